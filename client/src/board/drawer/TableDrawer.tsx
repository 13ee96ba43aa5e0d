import "./drawer.css";

import { useState } from "react";

import type { BoardTable } from "../../shared/api/types";
import { Button } from "../../shared/ui/Button";
import { Dialog } from "../../shared/ui/Dialog";
import { useWords } from "../../shared/words/dictionary";
import { useBoardContext } from "../context";
import { OrderForTable } from "../ordering/OrderForTable";
import { ServiceCalls, useTaken } from "../orders/ServiceCalls";
import { tableWords } from "../tables/words";
import { boardWords } from "../words";
import { OpenSession } from "./OpenSession";
import { SeatGuests } from "./SeatGuests";
import { TableHistory } from "./TableHistory";
import { Tablets } from "./Tablets";
import { tabletWords } from "./tabletWords";

interface TableDrawerProps {
  /** The table to show; none keeps the drawer closed. */
  table: BoardTable | undefined;
  /** Goes on with another table, as after a move. */
  onShow: (tableId: string) => void;
  onClose: () => void;
}

export function TableDrawer({ table, onShow, onClose }: TableDrawerProps) {
  return (
    <Dialog open={table !== undefined} title={table && <Title table={table} />} atSide onClose={onClose}>
      {table && <Content key={table.id} table={table} onShow={onShow} onClose={onClose} />}
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

const VIEWS = ["session", "order", "history", "tablets"] as const;
type View = (typeof VIEWS)[number];

function Content({ table, onShow, onClose }: TableDrawerProps & { table: BoardTable }) {
  const words = { ...useWords(boardWords), ...useWords(tableWords), ...useWords(tabletWords) };
  const [view, setView] = useState<View>("session");
  const taken = useTaken([table.id]);
  return (
    <>
      <div className="drawer__close">
        <Button onClick={onClose}>{words.close}</Button>
      </div>
      <div className="segments drawer__tabs" role="group" aria-label={words.table(table.number)}>
        {VIEWS.map((each) => (
          <Button key={each} aria-pressed={view === each} onClick={() => { setView(each); }}>
            {words[each]}
          </Button>
        ))}
      </div>
      {view === "history" && <TableHistory tableId={table.id} />}
      {view === "tablets" && <Tablets tableId={table.id} />}
      {view === "order" && <OrderForTable table={table} onPlaced={() => { setView("session"); }} />}
      {view === "session" && (
        <>
          <ServiceCalls calls={table.service_calls} taken={taken} />
          {table.session ? (
            <OpenSession table={table} session={table.session} onMoved={onShow} onFinished={onClose} />
          ) : (
            <SeatGuests table={table} />
          )}
        </>
      )}
    </>
  );
}
