import "./OrderDialog.css";

import { Dialog } from "../../shared/ui/Dialog";
import { useWords } from "../../shared/words/dictionary";
import { usePhase, useTablet } from "../TabletContext";
import { Next } from "../Sheet";
import type { Phase } from "./phases";
import { PriceChanged } from "./PriceChanged";
import { Refused } from "./Refused";
import { Review } from "./Review";
import { orderingWords } from "./words";

/** From the guest's question to the server's final answer. */
export default function OrderDialog() {
  const words = useWords(orderingWords);
  const phase = usePhase();
  const { ordering } = useTablet();
  const isUnresolved = phase.kind === "sending" || phase.kind === "unanswered" || phase.kind === "withdrawing";
  const titles: Record<Phase["kind"], string> = {
    idle: "",
    placed: "",
    confirming: words.question,
    sending: words.question,
    unanswered: words.question,
    withdrawing: words.question,
    price_changed: words.priceChanged,
    refused: phase.kind === "refused" && phase.reason === "withdrawn" ? words.withdrawn : words.refused,
  };
  return (
    <Dialog
      open={phase.kind !== "idle" && phase.kind !== "placed"}
      title={titles[phase.kind]}
      locked={isUnresolved}
      waits
      onClose={ordering.dismiss}
    >
      <Next><Content phase={phase} /></Next>
    </Dialog>
  );
}

function Content({ phase }: { phase: Phase }) {
  switch (phase.kind) {
    case "confirming":
    case "sending":
    case "unanswered":
    case "withdrawing":
      return <Review phase={phase} />;
    case "price_changed":
      return <PriceChanged prices={phase.prices} />;
    case "refused":
      return <Refused phase={phase} />;
    case "idle":
    case "placed":
      return null;
  }
}
