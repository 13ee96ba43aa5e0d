import { useWords } from "../../shared/words/dictionary";
import { useBoardContext } from "../context";
import { useSettings } from "../device";
import { ordersOf } from "../live/boardState";
import { useBoard } from "../live/useBoard";
import { boardWords } from "../words";

/** Chosen for one device: the one beside the printer. What is on the board when it is turned on is not new. */
export function AutoPrintSwitch() {
  const words = useWords(boardWords);
  const { device, printing } = useBoardContext();
  const { autoPrint } = useSettings();
  const board = useBoard();
  const toggle = () => {
    if (board) printing.claim(ordersOf(board).map(({ id }) => id));
    device.setState({ autoPrint: !autoPrint });
  };
  return (
    <div>
      <label className="choice">
        <input type="checkbox" checked={autoPrint} disabled={!board} onChange={toggle} />
        {words.autoPrint}
      </label>
      <p className="hint">{words.autoPrintHint}</p>
    </div>
  );
}
