import { memo } from "react";
import { useStore } from "zustand";

import type { BoardSession, BoardTable } from "../../shared/api/types";
import { useNow } from "../../shared/time";
import { useWords } from "../../shared/words/dictionary";
import { useBoardContext } from "../context";
import { ageOf, isOpen, minutesSince, stateOf } from "../live/boardState";
import { MenuText } from "../MenuText";
import { Money } from "../Money";
import { orderWords } from "../orders/words";
import { Duration } from "./Duration";
import { tableWords } from "./words";

interface TableCardProps {
  table: BoardTable;
  onOpen: (tableId: string) => void;
}

/** The whole card is the target. */
export const TableCard = memo(function TableCard({ table, onOpen }: TableCardProps) {
  const words = useWords(tableWords);
  const { arrivals } = useBoardContext().live;
  const { session } = table;
  const state = stateOf(table);
  const isNew = useStore(arrivals.entries, (entries) => idsOf(table).some((id) => entries.has(id)));
  return (
    <button
      type="button"
      className={`table-card table-card--${state}${isNew ? " is-new" : ""}`}
      onClick={() => { onOpen(table.id); }}
    >
      <span className="table-card__head">
        <span className="visually-hidden">{words.table(table.number)}</span>
        <span className="table-card__number" aria-hidden="true">{table.number}</span>
        <span className="table-card__state">{words.states(state)}</span>
        {session && <Lateness session={session} />}
      </span>
      <Calls table={table} />
      {session ? <Session session={session} /> : <span className="table-card__quiet">{words.seats(table.seats)}</span>}
    </button>
  );
});

function idsOf({ session, service_calls }: BoardTable): string[] {
  return [...(session?.orders ?? []), ...service_calls].map(({ id }) => id);
}

function Session({ session }: { session: BoardSession }) {
  const words = useWords(tableWords);
  return (
    <>
      <span className="table-card__bill">
        <span className="table-card__quiet">
          {session.guests !== null && <>{words.guests(session.guests)} · </>}
          <Duration since={session.opened_at} />
        </span>
        <strong className="table-card__total"><Money amount={session.total} /></strong>
      </span>
      <NewestLines session={session} />
    </>
  );
}

const LINES = 3;

function NewestLines({ session }: { session: BoardSession }) {
  const words = useWords(tableWords);
  const newest = session.orders.findLast(({ status }) => status !== "cancelled");
  if (newest === undefined) return <span className="table-card__quiet">{words.noOrderYet}</span>;
  const more = newest.items.length - LINES;
  return (
    <span className="table-card__lines">
      {newest.items.slice(0, LINES).map((line, place) => (
        <span key={line.id} className="table-card__line">
          <span className="table-card__dish">{line.quantity}× <MenuText of={line.name} /></span>
          {more > 0 && place === LINES - 1 && <span className="table-card__more">{words.moreLines(more)}</span>}
        </span>
      ))}
    </span>
  );
}

function Lateness({ session }: { session: BoardSession }) {
  const words = useWords(orderWords);
  const now = useNow(15_000);
  const oldest = session.orders.find(isOpen);
  if (oldest === undefined) return null;
  const minutes = minutesSince(oldest.created_at, now);
  return ageOf(minutes) === "late" && <span className="age age--late">{words.late(minutes)}</span>;
}

function Calls({ table }: { table: BoardTable }) {
  const words = useWords(orderWords);
  if (table.service_calls.length === 0) return null;
  return (
    <span className="table-card__calls">
      {table.service_calls.map((call) => (
        <span key={call.id} className="call-chip">{words.call(call.kind)}</span>
      ))}
    </span>
  );
}
