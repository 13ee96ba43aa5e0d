import { memo, type ReactNode } from "react";
import { useStore } from "zustand";

import type { Order } from "../../shared/api/types";
import { clockTime } from "../../shared/time";
import { Button } from "../../shared/ui/Button";
import { useWords } from "../../shared/words/dictionary";
import { useLanguage } from "../../shared/words/language";
import { useBoardContext } from "../context";
import { useAge } from "../live/age";
import { isOpen } from "../live/boardState";
import { Money } from "../Money";
import { boardWords } from "../words";
import { AgeChip } from "./AgeChip";
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
  const { minutes, age } = useAge(order.created_at);
  const isNew = useStore(live.arrivals.entries, (entries) => entries.has(order.id));
  const settle = () => { live.reminders.settle(order.id); };
  return (
    <article className={`order ${isOpen(order) ? `age-${age}` : "order--done"}${isNew ? " is-new" : ""}`} onPointerDown={settle} onKeyDown={settle}>
      <OrderHead order={order} withTable={withTable}>
        {isOpen(order) ? <AgeChip minutes={minutes} age={age} /> : <PlacedAt order={order} />}
      </OrderHead>
      <OrderLines order={order} />
      {!withTable && <InDrawer order={order} />}
      <OrderActions order={order} />
    </article>
  );
});

function InDrawer({ order }: { order: Order }) {
  const words = useWords(boardWords);
  const { printing } = useBoardContext();
  return (
    <div className="order__foot">
      <Button variant="plain" onClick={() => { printing.print({ kind: "ticket", order, isMore: false }); }}>{words.printTicket}</Button>
      <p className="order__total"><Money amount={order.total} /></p>
    </div>
  );
}

interface OrderHeadProps {
  order: Order;
  withTable: boolean;
  children: ReactNode;
}

export function OrderHead({ order, withTable, children }: OrderHeadProps) {
  const words = useWords(orderWords);
  return (
    <h3 className="order__head">
      {withTable && <span className="order__table">{words.table(order.table.number)}</span>}
      <span className={withTable ? "order__number" : "order__table"}>{words.orderNumber(order.number)}</span>
      <span className={`status status--${order.status}`}>{words.status(order.status)}</span>
      {children}
    </h3>
  );
}

export function PlacedAt({ order }: { order: Order }) {
  const { store } = useBoardContext();
  const language = useLanguage();
  return <time className="age amount" dateTime={order.created_at}>{clockTime(order.created_at, store.time_zone, language)}</time>;
}
