import { Fragment, useState } from "react";

import type { Order } from "../../shared/api/types";
import { clockTime } from "../../shared/time";
import { Button } from "../../shared/ui/Button";
import { useWords } from "../../shared/words/dictionary";
import { useLanguage } from "../../shared/words/language";
import { useBoardContext } from "../context";
import { MenuText } from "../MenuText";
import { Money } from "../Money";
import { OrderLines } from "../orders/OrderLines";
import { orderWords } from "../orders/words";
import { boardWords } from "../words";
import { OrderStory } from "./OrderStory";
import { historyWords } from "./words";

/** One row an order; it unfolds to all its lines. */
export function OrderTable({ orders }: { orders: readonly Order[] }) {
  const words = useWords(historyWords);
  const [open, setOpen] = useState<string | null>(null);
  return (
    <table className="orders">
      <caption className="visually-hidden">{words.title}</caption>
      <thead>
        <tr>
          {words.columns.split("|").map((column) => <th key={column} scope="col">{column}</th>)}
          <th scope="col"><span className="visually-hidden">{words.details}</span></th>
        </tr>
      </thead>
      <tbody>
        {orders.map((order) => (
          <Fragment key={order.id}>
            <Row order={order} isOpen={order.id === open} onToggle={() => { setOpen(order.id === open ? null : order.id); }} />
            {order.id === open && <Details order={order} />}
          </Fragment>
        ))}
      </tbody>
    </table>
  );
}

function Row({ order, isOpen, onToggle }: { order: Order; isOpen: boolean; onToggle: () => void }) {
  const words = { ...useWords(orderWords), ...useWords(historyWords) };
  const { store } = useBoardContext();
  const language = useLanguage();
  const columns = words.columns.split("|");
  const [first] = order.items;
  return (
    <tr className={order.status === "cancelled" ? "orders__row orders__row--cancelled" : "orders__row"}>
      <td className="orders__time amount">{order.business_date.slice(5)} <strong>{clockTime(order.created_at, store.time_zone, language)}</strong></td>
      <td className="orders__number" data-label={columns[1]}>{order.table.number}</td>
      <td className="orders__number" data-label={columns[2]}>{order.number}</td>
      <td className="orders__dishes">
        {first && <MenuText of={first.name} />}
        {order.items.length > 1 && ` ${words.moreItems(order.items.length - 1)}`}
      </td>
      <td className="orders__by">{order.placed_by === "staff" ? words.staff : words.guest}</td>
      <td className="orders__status"><span className={`status status--${order.status}`}>{words.status(order.status)}</span></td>
      <td className="orders__total"><Money amount={order.total} /></td>
      <td className="orders__more">
        <Button aria-expanded={isOpen} aria-label={words.detailsOf(order.number)} onClick={onToggle}>
          <span aria-hidden="true">{isOpen ? "▴" : "▾"}</span>
        </Button>
      </td>
    </tr>
  );
}

function Details({ order }: { order: Order }) {
  const words = useWords(boardWords);
  const { printing } = useBoardContext();
  return (
    <tr>
      <td colSpan={8} className="orders__details">
        <OrderLines order={order} />
        <OrderStory order={order} />
        <Button onClick={() => { printing.print({ kind: "ticket", order, isMore: false }); }}>{words.printTicket}</Button>
      </td>
    </tr>
  );
}
