import { memo } from "react";
import { useStore } from "zustand";

import type { BoardSession, BoardTable, ServiceCall } from "../../shared/api/types";
import { useWords } from "../../shared/words/dictionary";
import { useBoardContext } from "../context";
import { useOldest } from "../live/age";
import { stateOf } from "../live/boardState";
import { MenuText } from "../MenuText";
import { Money } from "../Money";
import { AgeChip } from "../orders/AgeChip";
import { orderWords } from "../orders/words";
import { Duration } from "./Duration";
import { tableWords } from "./words";

/** Of the newest order, where there is room. */
const LINES = 3;

interface TableCardProps {
  table: BoardTable;
  onOpen: (tableId: string) => void;
}

/** The whole card is the target. */
export const TableCard = memo(function TableCard({ table, onOpen }: TableCardProps) {
  const words = useWords(tableWords);
  const { arrivals } = useBoardContext().live;
  const { session, service_calls } = table;
  const state = stateOf(table);
  const waiting = useOldest(session?.orders ?? []);
  const isNew = useStore(arrivals.entries, (entries) => idsOf(table).some((id) => entries.has(id)));
  const classes = ["table-card", `table-card--${state}`, waiting && `age-${waiting.age}`, isNew && "is-new"];
  return (
    <button type="button" className={classes.filter(Boolean).join(" ")} onClick={() => { onOpen(table.id); }}>
      <span className="table-card__head">
        <span className="visually-hidden">{words.table(table.number)}</span>
        <span className="table-card__number" aria-hidden="true">{table.number}</span>
        {state === "calling" && <Calls calls={service_calls} />}
        {state !== "calling" && <span className={waiting ? "visually-hidden" : "table-card__state"}>{words.states(state)}</span>}
        {waiting && <AgeChip {...waiting} short={state === "calling"} />}
      </span>
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
          <Duration since={session.opened_at} short />
        </span>
        <strong className="table-card__total"><Money amount={session.total} /></strong>
      </span>
      <NewestLines session={session} />
    </>
  );
}

/** As many of them as there is room for, which the style sheet knows: the last in sight says how many more there are. */
function NewestLines({ session }: { session: BoardSession }) {
  const words = useWords(tableWords);
  const newest = session.orders.findLast(({ status }) => status !== "cancelled");
  if (newest === undefined) return <span className="table-card__quiet table-card__none">{words.noOrderYet}</span>;
  const more = (place: number) => newest.items.length - place - 1;
  return (
    <span className="table-card__lines">
      {newest.items.slice(0, LINES).map((line, place) => (
        <span key={line.id} className="table-card__line">
          <span className="table-card__dish">{line.quantity}× <MenuText of={line.name} /></span>
          {more(place) > 0 && <span className="table-card__more">{words.moreLines(more(place))}</span>}
        </span>
      ))}
    </span>
  );
}

function Calls({ calls }: { calls: readonly ServiceCall[] }) {
  const words = { ...useWords(orderWords), ...useWords(tableWords) };
  return (
    <span className="table-card__calls">
      <span className="visually-hidden">{words.states("calling")}</span>
      {calls.map((call) => (
        <span key={call.id} className="call-chip"><Bell /> <span className="call-chip__word">{words.call(call.kind)}</span></span>
      ))}
    </span>
  );
}

export function Bell() {
  return (
    <svg className="bell" viewBox="0 0 16 16" aria-hidden="true">
      <path d="M8 1.5a4 4 0 0 0-4 4v3L2.5 11h11L12 8.5v-3a4 4 0 0 0-4-4ZM6.5 12.5a1.5 1.5 0 0 0 3 0Z" />
    </svg>
  );
}
