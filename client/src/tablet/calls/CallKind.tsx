import type { ServiceCallKind } from "../../shared/api/types";
import { useWords } from "../../shared/words/dictionary";
import { useTable } from "../TabletContext";
import { callsWords } from "./words";

export const KINDS: ServiceCallKind[] = ["water", "cutlery", "napkin", "bill", "other"];
const DRAWINGS: Record<ServiceCallKind, string> = {
  water: "M6 4h12l-2 16H8zM7 10h10",
  cutlery: "M7 3v7M4.5 3v4a2.5 2.5 0 0 0 5 0V3M7 10v11M16 21V3c3 1 4 4 4 8h-4",
  napkin: "M4 6h16v12H4zM4 12h8V6M12 12l8 6",
  bill: "M6 3h12v18l-3-2-3 2-3-2-3 2zM9 8h6M9 12h6",
  other: "M4 5h16v11H9l-5 4zM8 9h8M8 12h5",
};

/** One thing to call for. */
export function Kind({ kind, isChosen, onToggle }: { kind: ServiceCallKind; isChosen: boolean; onToggle: () => void }) {
  const words = useWords(callsWords);
  const isOpen = useTable(({ calls }) => calls.some((call) => call.kind === kind && call.acknowledged_at === null));
  return (
    <label className="call__kind">
      <input type="checkbox" className="visually-hidden" checked={isChosen} onChange={onToggle} />
      {isChosen && <span className="call__tick" aria-hidden="true">✓</span>}
      <svg className="call__drawing" viewBox="0 0 24 24" aria-hidden="true"><path d={DRAWINGS[kind]} /></svg>
      <span>{words[kind]}</span>
      {isOpen && <small>{words.open}</small>}
    </label>
  );
}
