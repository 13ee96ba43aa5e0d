import type { BoardTable } from "../../shared/api/types";
import { useWords } from "../../shared/words/dictionary";
import { followArrows } from "./followArrows";
import { TableCard } from "./TableCard";
import { tableWords } from "./words";

interface FloorPlanProps {
  tables: readonly BoardTable[];
  onOpen: (tableId: string) => void;
}

/** The tables where they stand. Those whose place nobody has entered stand in a row below. */
export function FloorPlan({ tables, onOpen }: FloorPlanProps) {
  const words = useWords(tableWords);
  const placed = tables.filter(({ position }) => position !== null);
  const unplaced = tables.filter(({ position }) => position === null);
  return (
    <div className="plan" onKeyDown={followArrows}>
      <ul className="plan__floor" aria-label={words.plan}>
        {placed.map((table) => (
          <li key={table.id} className="plan__table" style={{ left: `${table.position?.x ?? 0}%`, top: `${table.position?.y ?? 0}%` }}>
            <TableCard table={table} onOpen={onOpen} />
          </li>
        ))}
      </ul>
      {unplaced.length > 0 && (
        <>
          <h3 className="plan__title">{words.unplaced}</h3>
          <ul className="plan__rest">
            {unplaced.map((table) => (
              <li key={table.id} className="plan__unplaced">
                <TableCard table={table} onOpen={onOpen} />
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
