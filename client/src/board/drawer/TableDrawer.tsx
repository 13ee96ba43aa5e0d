import "./drawer.css";

import { useState } from "react";

import type { BoardTable } from "../../shared/api/types";
import { Button } from "../../shared/ui/Button";
import { Dialog } from "../../shared/ui/Dialog";
import { useWords } from "../../shared/words/dictionary";
import { useBoardContext } from "../context";
import { ServiceCalls } from "../orders/ServiceCalls";
import { tableWords } from "../tables/words";
import { boardWords } from "../words";
import { OpenSession } from "./OpenSession";
import { SeatGuests } from "./SeatGuests";
import { TableHistory } from "./TableHistory";

interface TableDrawerProps {
  /** The table to show; none keeps the drawer closed. */
  table: BoardTable | undefined;
  /** Goes on with another table, as after a move. */
  onShow: (tableId: string) => void;
  onClose: () => void;
}

export function TableDrawer({ table, onClose }: TableDrawerProps) {
  return (
    <Dialog open={table !== undefined} title={table && <Title table={table} />} atSide onClose={onClose}>
      {table && <Content key={table.id} table={table} onClose={onClose} />}
    </Dialog>
  );
}

function Title({ table }: { table: BoardTable }) {
  const words = useWords(tableWords);
  const { store } = useBoardContext();
  const named = table.name !== "" && table.name !== String(table.number);
  const about = [named ? table.name : "", table.zone].filter(Boolean).join(" · ");
  return (
    <>
      {words.table(table.number)} <span className="drawer__about">
        {about !== "" && <span lang={store.default_language}>{about} · </span>}
        {words.seats(table.seats)}
      </span>
    </>
  );
}

function Content({ table, onClose }: { table: BoardTable; onClose: () => void }) {
  const words = { ...useWords(boardWords), ...useWords(tableWords) };
  const [view, setView] = useState<"session" | "history">("session");
  return (
    <>
      <div className="drawer__close">
        <Button onClick={onClose}>{words.close}</Button>
      </div>
      <div className="segments" role="group" aria-label={words.table(table.number)}>
        {(["session", "history"] as const).map((each) => (
          <Button key={each} aria-pressed={view === each} onClick={() => { setView(each); }}>
            {words[each]}
          </Button>
        ))}
      </div>
      {view === "history" ? (
        <TableHistory tableId={table.id} />
      ) : (
        <>
          <ServiceCalls calls={table.service_calls} />
          {table.session ? (
            <OpenSession table={table} session={table.session} onFinished={onClose} />
          ) : (
            <SeatGuests table={table} />
          )}
        </>
      )}
    </>
  );
}
