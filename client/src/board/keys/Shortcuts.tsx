import "./keys.css";

import { Button } from "../../shared/ui/Button";
import { Dialog } from "../../shared/ui/Dialog";
import { useWords } from "../../shared/words/dictionary";
import { useBoardContext } from "../context";
import { useSettings } from "../device";
import { boardWords } from "../words";
import { keyWords } from "./words";

const ON_THE_BOARD = [
  ["?", "sheet"],
  ["0–9", "number"],
  ["/", "search"],
  ["T", "tables"],
  ["O", "orders"],
  ["← ↑ → ↓", "arrows"],
  ["U", "undo"],
  ["M", "stock"],
  ["S", "sound"],
  ["B · K · H", "pages"],
  ["Esc", "escape"],
] as const;

const IN_THE_KITCHEN = [
  ["1–9", "finish"],
  ["U", "undo"],
  ["A", "together"],
] as const;

interface ShortcutsProps {
  open: boolean;
  onClose: () => void;
}

/** What each key does. */
export function Shortcuts({ open, onClose }: ShortcutsProps) {
  const words = { ...useWords(boardWords), ...useWords(keyWords) };
  return (
    <Dialog open={open} title={words.shortcuts} onClose={onClose}>
      <Sheet title={words.page("board")} keys={ON_THE_BOARD} />
      <Sheet title={words.page("kitchen")} keys={IN_THE_KITCHEN} />
      <SingleKeys />
      <Button onClick={onClose}>{words.close}</Button>
    </Dialog>
  );
}

type Key = (typeof ON_THE_BOARD | typeof IN_THE_KITCHEN)[number];

function Sheet({ title, keys }: { title: string; keys: readonly Key[] }) {
  const words = useWords(keyWords);
  return (
    <section>
      <h3>{title}</h3>
      <dl className="shortcuts">
        {keys.map(([key, does]) => (
          <div key={key} className="shortcuts__row">
            <dt><kbd className="key">{key}</kbd></dt>
            <dd>{words[does]}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function SingleKeys() {
  const words = useWords(keyWords);
  const { device } = useBoardContext();
  const { singleKeys } = useSettings();
  return (
    <label className="choice">
      <input type="checkbox" checked={singleKeys} onChange={() => { device.setState({ singleKeys: !singleKeys }); }} />
      {words.singleKeys}
    </label>
  );
}
