import { Button } from "../../shared/ui/Button";
import { useWords } from "../../shared/words/dictionary";
import { useCart, useTablet } from "../TabletContext";
import { HelpButton } from "./HelpButton";
import type { ReviewPhase } from "./Review";
import { orderingWords } from "./words";

interface ReviewActionsProps {
  phase: ReviewPhase;
  canSend: boolean;
  /** The element that says why it cannot be sent. */
  reasonId: string;
}

/** What the guest can do with the order now. The buttons stay where they are, and with them the focus. */
export function ReviewActions({ phase, canSend, reasonId }: ReviewActionsProps) {
  const { ordering } = useTablet();
  const priced = useCart();
  const [no, yes] = useNames(phase);
  const isQuestion = phase.kind === "confirming";
  const isSilent = phase.kind === "unanswered" || phase.kind === "withdrawing";
  const isBusy = phase.kind === "sending" || phase.kind === "withdrawing";
  const isBlocked = isQuestion && !canSend;
  const send = () => {
    if (isQuestion) ordering.place(priced);
    else ordering.sendAgain();
  };
  return (
    <div className="actions">
      {isSilent && <HelpButton />}
      <Button disabled={isBusy} onClick={isSilent ? ordering.giveUp : ordering.dismiss}>{no}</Button>
      <Button
        variant="primary"
        disabled={isBusy || isBlocked}
        aria-describedby={isBlocked ? reasonId : undefined}
        onClick={send}
      >
        {yes}
      </Button>
    </div>
  );
}

/** What the two answers are called. */
function useNames({ kind }: ReviewPhase): [string, string] {
  const words = useWords(orderingWords);
  const names: Record<ReviewPhase["kind"], [string, string]> = {
    confirming: [words.cancel, words.send],
    sending: [words.cancel, words.sending],
    unanswered: [words.giveUp, words.sendAgain],
    withdrawing: [words.givingUp, words.sendAgain],
  };
  return names[kind];
}
