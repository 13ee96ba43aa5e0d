import { useState } from "react";

import type { BoardSession, BoardTable } from "../../shared/api/types";
import { clockTime } from "../../shared/time";
import { Button } from "../../shared/ui/Button";
import { useWords } from "../../shared/words/dictionary";
import { useLanguage } from "../../shared/words/language";
import { useBoardContext } from "../context";
import { Money } from "../Money";
import { OrderCard } from "../orders/OrderCard";
import { Duration } from "../tables/Duration";
import { tableWords } from "../tables/words";
import { boardWords } from "../words";
import { FinishTable } from "./FinishTable";
import { MoveGuests } from "./MoveGuests";
import { moveWords } from "./moveWords";

interface OpenSessionProps {
  table: BoardTable;
  session: BoardSession;
  /** Shows where the guests went. */
  onMoved: (tableId: string) => void;
  onFinished: () => void;
}

export function OpenSession({ table, session, onMoved, onFinished }: OpenSessionProps) {
  const words = { ...useWords(boardWords), ...useWords(tableWords), ...useWords(moveWords) };
  const { printing } = useBoardContext();
  // Bound to this session: when other guests sit down meanwhile, nobody finishes theirs by mistake.
  const [moving, setMoving] = useState<string | null>(null);
  const [finishing, setFinishing] = useState<string | null>(null);
  return (
    <>
      <Facts session={session} />
      {session.orders.length === 0 && <p>{words.noOrderYet}</p>}
      <ul className="queue">
        {session.orders.toReversed().map((order) => (
          <li key={order.id}>
            <OrderCard order={order} />
          </li>
        ))}
      </ul>
      <div className="drawer__finish">
        <Button onClick={() => { setMoving(session.id); }}>{words.moveOrMerge}</Button>
        <Button onClick={() => { printing.print({ kind: "bill", table: table.number, session }); }}>{words.printBill}</Button>
        <Button variant="primary" onClick={() => { setFinishing(session.id); }}>{words.finish}</Button>
      </div>
      <MoveGuests
        table={table}
        session={session}
        open={moving === session.id}
        onClose={() => { setMoving(null); }}
        onMoved={onMoved}
      />
      <FinishTable
        table={table}
        session={session}
        open={finishing === session.id}
        onClose={() => { setFinishing(null); }}
        onFinished={onFinished}
      />
    </>
  );
}

function Facts({ session }: { session: BoardSession }) {
  const words = useWords(tableWords);
  const { store } = useBoardContext();
  const opened = clockTime(session.opened_at, store.time_zone, useLanguage());
  return (
    <p className="drawer__facts">
      <span>
        {session.guests !== null && <>{words.guests(session.guests)} · </>}
        {words.openedAt(opened)} (<Duration since={session.opened_at} />)
      </span>
      <strong className="drawer__total">
        {words.total} <Money amount={session.total} />
      </strong>
    </p>
  );
}
