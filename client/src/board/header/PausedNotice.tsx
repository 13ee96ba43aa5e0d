import { Button } from "../../shared/ui/Button";
import { Notice } from "../../shared/ui/Notice";
import { useWords } from "../../shared/words/dictionary";
import { useBoardContext } from "../context";
import { Fault } from "../Fault";
import { boardWords } from "../words";
import { useAcceptingOrders } from "./useAcceptingOrders";

/** A pause that everybody forgot costs a restaurant its evening: it stays in sight. */
export function PausedNotice() {
  const words = useWords(boardWords);
  const { store } = useBoardContext();
  const change = useAcceptingOrders();
  if (store.accepting_orders) return null;
  return (
    <>
      <Notice tone="warning">
        <p className="paused">
          {words.paused}
          {change && (
            <Button disabled={change.working} onClick={() => void change.run(true)}>
              {change.working ? words.working : words.resume}
            </Button>
          )}
        </p>
      </Notice>
      <Fault error={change?.error ?? null} />
    </>
  );
}
