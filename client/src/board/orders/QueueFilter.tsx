import type { Board } from "../../shared/api/types";
import { Button } from "../../shared/ui/Button";
import { useWords } from "../../shared/words/dictionary";
import { useBoardContext } from "../context";
import { type Shown, SHOWN } from "../device";
import { callsOf, queueOf, type Sight, tablesIn } from "../live/boardState";
import { orderWords } from "./words";

const NOTHING_MARKED: ReadonlyMap<string, unknown> = new Map();

/** What the queue shows, and how much there is of each. */
export function QueueFilter({ board, sight }: { board: Board; sight: Sight }) {
  const words = useWords(orderWords);
  const { device } = useBoardContext();
  const { zone } = sight;
  const count = (shown: Shown) => {
    if (shown === "completed") return null;
    if (shown === "calls") return callsOf(tablesIn(board, { zone, search: "" })).length;
    return queueOf(board, { zone, shown, search: "" }, NOTHING_MARKED).length;
  };
  return (
    <div className="segments segments--queue" role="group" aria-label={words.filter}>
      {SHOWN.map((shown) => (
        <Button key={shown} aria-pressed={shown === sight.shown} onClick={() => { device.setState({ shown }); }}>
          {words.shown(shown)} <span className="segments__count">{count(shown)}</span>
        </Button>
      ))}
    </div>
  );
}
