import type { Board, BoardTable } from "../../shared/api/types";
import { useWords } from "../../shared/words/dictionary";
import { Money } from "../Money";
import { followArrows } from "../tables/followArrows";
import { tableWords } from "../tables/words";

interface TableMapProps {
  board: Board;
  /** The table that is not to be chosen. */
  without: string;
  chosen: string | null;
  onChoose: (tableId: string) => void;
}

/** Every table, small: free ones are outlined, those in use say what their guests owe. */
export function TableMap({ board, without, chosen, onChoose }: TableMapProps) {
  const words = useWords(tableWords);
  return (
    <ul className="map" aria-label={words.tables} onKeyDown={followArrows}>
      {board.tables.filter(({ id }) => id !== without).map((table) => (
        <li key={table.id}>
          <Place table={table} isChosen={table.id === chosen} onChoose={onChoose} />
        </li>
      ))}
    </ul>
  );
}

function Place({ table, isChosen, onChoose }: { table: BoardTable; isChosen: boolean; onChoose: (tableId: string) => void }) {
  const words = useWords(tableWords);
  const { session, number } = table;
  return (
    <button
      type="button"
      className={`table-card map__table table-card--${session ? "occupied" : "empty"}`}
      aria-pressed={isChosen}
      onClick={() => { onChoose(table.id); }}
    >
      <span className="visually-hidden">{words.table(number)}</span>
      <span className="map__number" aria-hidden="true">{number}</span>
      <span className="map__fact">{session ? <Money amount={session.total} /> : words.free}</span>
    </button>
  );
}
