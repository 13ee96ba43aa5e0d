import "./tables.css";
import "./TableCard.css";
import "./cardRoom.css";
import "./FloorPlan.css";

import type { Board } from "../../shared/api/types";
import { Button } from "../../shared/ui/Button";
import { useWords } from "../../shared/words/dictionary";
import { useBoardContext } from "../context";
import { useSettings } from "../device";
import { type Sight, tablesIn, zonesOf } from "../live/boardState";
import { FloorPlan } from "./FloorPlan";
import { followArrows } from "./followArrows";
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
  const { view } = useSettings();
  const tables = tablesIn(board, sight);
  return (
    <>
      <h2 className="visually-hidden">{words.tables}</h2>
      <Toolbar board={board} zone={sight.zone} />
      {board.tables.length === 0 && <p>{words.noTables}</p>}
      {board.tables.length > 0 && tables.length === 0 && <p>{words.noMatch(sight.search)}</p>}
      {view === "plan" ? (
        <FloorPlan tables={tables} onOpen={onOpen} />
      ) : (
        <ul className="table-grid" onKeyDown={followArrows}>
          {tables.map((table) => (
            <li key={table.id}>
              <TableCard table={table} onOpen={onOpen} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function Toolbar({ board, zone }: { board: Board; zone: string | null }) {
  const words = useWords(tableWords);
  const { store, device } = useBoardContext();
  const { view } = useSettings();
  const zones = zonesOf(board);
  const used = board.tables.filter(({ session }) => session !== null).length;
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
      <p className="toolbar__fact">{words.inUse(used, board.tables.length)}</p>
      <div className="segments toolbar__end" role="group" aria-label={words.views}>
        {(["grid", "plan"] as const).map((each) => (
          <Button key={each} aria-pressed={each === view} onClick={() => { device.setState({ view: each }); }}>
            {words.view(each)}
          </Button>
        ))}
      </div>
    </div>
  );
}
