import "./tables.css";

import type { KeyboardEvent } from "react";

import type { Board } from "../../shared/api/types";
import { Button } from "../../shared/ui/Button";
import { useWords } from "../../shared/words/dictionary";
import { useBoardContext } from "../context";
import { moveFocus } from "../keys/moveFocus";
import { type Sight, tablesIn, zonesOf } from "../live/boardState";
import { TableCard } from "./TableCard";
import { tableWords } from "./words";

interface TablesProps {
  board: Board;
  sight: Sight;
  onOpen: (tableId: string) => void;
}

/** The tables in the order of their numbers, whatever happens at them, so that a hand finds its table again. */
export function Tables({ board, sight, onOpen }: TablesProps) {
  const words = useWords(tableWords);
  const tables = tablesIn(board, sight);
  return (
    <>
      <h2 className="visually-hidden">{words.tables}</h2>
      <Toolbar board={board} zone={sight.zone} />
      {board.tables.length === 0 && <p>{words.noTables}</p>}
      {board.tables.length > 0 && tables.length === 0 && <p>{words.noMatch(sight.search)}</p>}
      <ul className={tables.length > MANY ? "table-grid table-grid--many" : "table-grid"} onKeyDown={followArrows}>
        {tables.map((table) => (
          <li key={table.id}>
            <TableCard table={table} lines={tables.length > MANY ? 2 : 3} onOpen={onOpen} />
          </li>
        ))}
      </ul>
    </>
  );
}

/** More than these make the cards lower. */
const MANY = 16;

export function followArrows(event: KeyboardEvent<HTMLElement>): void {
  const cards = event.currentTarget.querySelectorAll<HTMLElement>(".table-card");
  if (event.target instanceof Element && moveFocus(event.key, event.target, cards)) event.preventDefault();
}

function Toolbar({ board, zone }: { board: Board; zone: string | null }) {
  const words = useWords(tableWords);
  const { store, device } = useBoardContext();
  const zones = zonesOf(board);
  const counts = [board.tables.filter(({ session }) => session !== null).length, board.tables.length] as const;
  return (
    <div className="toolbar">
      {zones.length > 1 && (
        <div className="segments" role="group" aria-label={words.zones}>
          {[null, ...zones].map((each) => (
            <Button key={each} aria-pressed={each === zone} onClick={() => { device.setState({ zone: each }); }}>
              {each === null ? words.allZones : <span lang={store.default_language}>{each}</span>}
            </Button>
          ))}
        </div>
      )}
      <p className="toolbar__fact">{words.inUse(...counts)}</p>
    </div>
  );
}
