import "./tables.css";

import { useState } from "react";

import type { Board } from "../../shared/api/types";
import { Button } from "../../shared/ui/Button";
import { useWords } from "../../shared/words/dictionary";
import { useBoardContext } from "../context";
import { zonesOf } from "../live/boardState";
import { TableCard } from "./TableCard";
import { tableWords } from "./words";

interface TableGridProps {
  board: Board;
  onOpen: (tableId: string) => void;
}

/** The tables in the order of their numbers, whatever happens at them, so that a hand finds its table again. */
export function TableGrid({ board, onOpen }: TableGridProps) {
  const words = useWords(tableWords);
  const [chosen, setChosen] = useState<string | null>(null);
  const zones = zonesOf(board);
  const zone = chosen !== null && zones.includes(chosen) ? chosen : null;
  const tables = board.tables.filter((table) => zone === null || table.zone === zone);
  return (
    <>
      <h2 className="visually-hidden">{words.tables}</h2>
      {zones.length > 1 && <Zones zones={zones} chosen={zone} onChoose={setChosen} />}
      {board.tables.length === 0 && <p>{words.noTables}</p>}
      <ul className="table-grid">
        {tables.map((table) => (
          <li key={table.id}>
            <TableCard table={table} onOpen={onOpen} />
          </li>
        ))}
      </ul>
    </>
  );
}

interface ZonesProps {
  zones: readonly string[];
  chosen: string | null;
  onChoose: (zone: string | null) => void;
}

function Zones({ zones, chosen, onChoose }: ZonesProps) {
  const words = useWords(tableWords);
  const { store } = useBoardContext();
  return (
    <div className="zones" role="group" aria-label={words.zones}>
      {[null, ...zones].map((zone) => (
        <Button key={zone} aria-pressed={zone === chosen} onClick={() => { onChoose(zone); }}>
          {zone === null ? words.allZones : <span lang={store.default_language}>{zone}</span>}
        </Button>
      ))}
    </div>
  );
}
