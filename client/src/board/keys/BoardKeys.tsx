import { useBoardContext } from "../context";
import { Shortcuts } from "./Shortcuts";
import { usePageKeys } from "./usePageKeys";

interface BoardKeysProps {
  onSearch: (search: string) => void;
}

/** The board without a mouse. */
export function BoardKeys({ onSearch }: BoardKeysProps) {
  const { live } = useBoardContext();
  const find = (digit: string) => () => {
    onSearch(digit);
    focus("[data-search]");
  };
  const digits = Object.fromEntries(Array.from("0123456789").map((digit) => [digit, find(digit)]));
  const { sheet } = usePageKeys({
    ...digits,
    "/": () => { focus("[data-search]"); },
    t: () => { focus(".table-card"); },
    o: () => { focus(".board__orders .order .button--primary, .board__orders .call .button"); },
    u: undoLast,
    m: () => { document.querySelector<HTMLElement>("[data-stock]")?.click(); },
    s: live.chime.toggle,
  });
  return <Shortcuts {...sheet} />;
}

/** What can be undone the longest was done last. */
function undoLast(): void {
  const undos = [...document.querySelectorAll<HTMLElement>("[data-undo]")];
  undos.sort((one, other) => Number(other.dataset.undo) - Number(one.dataset.undo))[0]?.click();
}

function focus(selector: string): void {
  document.querySelector<HTMLElement>(selector)?.focus();
}
