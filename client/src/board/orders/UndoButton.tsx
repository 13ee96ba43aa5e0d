import { useNow } from "../../shared/time";
import { Button } from "../../shared/ui/Button";
import { useWords } from "../../shared/words/dictionary";
import { orderWords } from "./words";

/** Takes one's last deed back, and says how long that is possible. The key for it finds the first of them. */
export function UndoButton({ until, working, onUndo }: { until: number; working: boolean; onUndo: () => void }) {
  const words = useWords(orderWords);
  const seconds = Math.max(0, Math.ceil((until - useNow(1000)) / 1000));
  return (
    <Button data-undo={until} disabled={working} onClick={onUndo}>
      {words.undo}
      <span className="amount" aria-hidden="true">{words.seconds(Math.min(seconds, 10))}</span>
    </Button>
  );
}
