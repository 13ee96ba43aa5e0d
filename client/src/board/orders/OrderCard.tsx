import { memo, type ReactNode } from "react";
import { useStore } from "zustand";

import type { Order } from "../../shared/api/types";
import { clockTime, useNow } from "../../shared/time";
import { useWords } from "../../shared/words/dictionary";
import { useLanguage } from "../../shared/words/language";
import { useBoardContext } from "../context";
import { ageOf, isOpen, minutesSince } from "../live/boardState";
import { Money } from "../Money";
import { OrderActions } from "./OrderActions";
import { OrderLines } from "./OrderLines";
import { orderWords } from "./words";

interface OrderCardProps {
  order: Order;
  /** Where the table is not known from the place. */
  withTable?: boolean;
}

/** An order to work on. */
export const OrderCard = memo(function OrderCard({ order, withTable = false }: OrderCardProps) {
  const { live } = useBoardContext();
  const minutes = minutesSince(order.created_at, useNow(15_000));
  const isNew = useStore(live.arrivals.entries, (entries) => entries.has(order.id));
  const age = isOpen(order) ? `order--${ageOf(minutes)}` : "order--done";
  return (
    <article className={`order ${age}${isNew ? " is-new" : ""}`}>
      <OrderHead order={order} withTable={withTable}>
        {isOpen(order) ? <Waiting minutes={minutes} /> : <PlacedAt order={order} />}
      </OrderHead>
      <OrderLines order={order} />
      {!withTable && <p className="order__total"><Money amount={order.total} /></p>}
      <OrderActions order={order} />
    </article>
  );
});

/** An order to read only. */
export function PastOrder({ order }: { order: Order }) {
  return (
    <article className="order order--done">
      <OrderHead order={order} withTable={false}>
        <PlacedAt order={order} />
      </OrderHead>
      <OrderLines order={order} />
      <p className="order__total"><Money amount={order.total} /></p>
    </article>
  );
}

interface OrderHeadProps {
  order: Order;
  withTable: boolean;
  children: ReactNode;
}

function OrderHead({ order, withTable, children }: OrderHeadProps) {
  const words = useWords(orderWords);
  return (
    <h3 className="order__head">
      {withTable && <span className="order__table">{words.table(order.table.number)}</span>}
      <span>{words.orderNumber(order.number)}</span>
      <span className={`status status--${order.status}`}>{words.status(order.status)}</span>
      {order.placed_by === "staff" && <span className="status">{words.byStaff}</span>}
      {children}
    </h3>
  );
}

function Waiting({ minutes }: { minutes: number }) {
  const words = useWords(orderWords);
  const age = ageOf(minutes);
  if (age === "late") return <span className="age age--late">{words.late(minutes)}</span>;
  const text = minutes === 0 ? words.now : words.minutes(minutes);
  return (
    <span className={`age age--${age}`}>
      {age === "waiting" && <span aria-hidden="true">◷ </span>}
      {text}
    </span>
  );
}

function PlacedAt({ order }: { order: Order }) {
  const { store } = useBoardContext();
  const language = useLanguage();
  return <time className="age amount">{clockTime(order.created_at, store.time_zone, language)}</time>;
}
