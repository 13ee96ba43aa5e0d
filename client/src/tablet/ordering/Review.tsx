import { useId } from "react";
import { useStore } from "zustand";

import { Button } from "../../shared/ui/Button";
import { Notice } from "../../shared/ui/Notice";
import { useWords } from "../../shared/words/dictionary";
import { LineDetails } from "../cart/LineDetails";
import { lineKey } from "../cart/lines";
import { cartWords } from "../cart/words";
import { useStop } from "../stop";
import { useCart, useTablet } from "../TabletContext";
import { Money } from "../text";
import { tabletWords } from "../words";
import type { Phase } from "./phases";
import { ReviewActions } from "./ReviewActions";
import { orderingWords } from "./words";

export type ReviewPhase = Extract<Phase, { kind: "confirming" | "sending" | "unanswered" | "withdrawing" }>;

/** What is about to be ordered, or is on its way: then with the amounts as they were sent. */
export function Review({ phase }: { phase: ReviewPhase }) {
  const words = useWords(orderingWords);
  const tablet = useWords(tabletWords);
  const cartWord = useWords(cartWords);
  const { cart } = useTablet();
  const { pending } = useStore(cart.state);
  const priced = useCart();
  const stop = useStop();
  const trouble = useTrouble(phase);
  const reasonId = useId();
  return (
    <>
      <ul className="review">
        {priced.lines.map((line, index) => (
          <li key={lineKey(line.line)} className="review__line">
            <div><LineDetails priced={line} /></div>
            <span>×{line.line.quantity}</span>
            <Money amount={pending?.line_totals[index] ?? line.total} />
          </li>
        ))}
      </ul>
      <p className="review__total">
        {priced.units > 0 && <span>{tablet.count(priced.units)}</span>}
        <strong><Money amount={pending?.body.expected_total ?? priced.total} /></strong>
      </p>
      {trouble !== null ? <Notice tone="warning">{trouble}</Notice> : <p className="review__hint">{words.onlyStaffCancel}</p>}
      {phase.kind === "confirming" && (
        <div id={reasonId}>
          {!priced.canBeOrdered && <Notice tone="warning">{words.changedMeanwhile}</Notice>}
          {stop && <Notice tone="warning">{cartWord.kept(stop.text)}</Notice>}
        </div>
      )}
      {phase.kind === "confirming" && !priced.canBeOrdered ? (
        <WayBack />
      ) : (
        <ReviewActions phase={phase} canSend={!stop} reasonId={reasonId} />
      )}
    </>
  );
}

/** To the lines that have to be looked at first. */
function WayBack() {
  const words = useWords(orderingWords);
  const { ordering } = useTablet();
  return (
    <div className="actions">
      <Button variant="primary" autoFocus onClick={ordering.dismiss}>{words.toCart}</Button>
    </div>
  );
}

/** What the guest must know of an order that has no answer. */
function useTrouble(phase: ReviewPhase): string | null {
  const words = useWords(orderingWords);
  const isLost = useStore(useTablet().connection, ({ state }) => state === "lost");
  if (phase.kind === "sending" && phase.again) return words.sendingAgain;
  if (phase.kind === "withdrawing") return words.checking;
  if (phase.kind !== "unanswered") return null;
  if (phase.isUnwanted) return words.stillUnknown;
  return isLost ? words.noConnection : words.unanswered;
}
