import { Button } from "../../shared/ui/Button";
import { useWords } from "../../shared/words/dictionary";
import { useBoardContext } from "../context";
import { Fault } from "../Fault";
import { boardWords } from "../words";
import { openingWords } from "./openingWords";
import { useAcceptingOrders } from "./useAcceptingOrders";

const PAUSES = [10, 20, 30, 60];

/** One touch pauses for so long, or until somebody resumes. */
export function PauseChoice({ onDone }: { onDone: () => void }) {
  const words = { ...useWords(boardWords), ...useWords(openingWords) };
  const { store } = useBoardContext();
  const change = useAcceptingOrders(onDone);
  if (change === null) return null;
  const { error, run, working } = change;
  return (
    <>
      <Fault error={error} />
      {store.accepting_orders ? (
        <fieldset className="choices">
          <legend>{working ? words.working : words.pause}</legend>
          {PAUSES.map((minutes) => (
            <Button key={minutes} disabled={working} onClick={() => void run({ accepting: false, minutes })}>
              {words.forMinutes(minutes)}
            </Button>
          ))}
          <Button variant="danger" disabled={working} onClick={() => void run({ accepting: false })}>
            {words.untilResumed}
          </Button>
        </fieldset>
      ) : (
        <Button variant="primary" disabled={working} onClick={() => void run({ accepting: true })}>
          {working ? words.working : words.resume}
        </Button>
      )}
    </>
  );
}
