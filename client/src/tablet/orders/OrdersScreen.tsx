import "./OrdersScreen.css";

import { useEffect, useRef } from "react";

import type { TableOrders } from "../../shared/api/types";
import { useConnection } from "../../shared/events/useConnection";
import { clockTime } from "../../shared/time";
import { Button } from "../../shared/ui/Button";
import { useWords } from "../../shared/words/dictionary";
import { useLanguage } from "../../shared/words/language";
import { useRestaurant, useTable, useTablet } from "../TabletContext";
import { Money } from "../text";
import { tabletWords } from "../words";
import { OrderCard } from "./OrderCard";
import { StatusNews } from "./StatusNews";
import { ordersWords } from "./words";

/** This session's orders, live, and what they come to. */
export default function OrdersScreen({ onMenu }: { onMenu: () => void }) {
  const words = useWords(ordersWords);
  const bill = useTable((state) => state.bill);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => { heading.current?.focus(); }, []);
  return (
    <main className="orders">
      <div className="orders__head">
        <h2 ref={heading} tabIndex={-1}>{words.title}</h2>
        <AsOf />
      </div>
      {bill === null && <p role="status">{words.loading}</p>}
      {bill?.orders.length === 0 && (
        <div className="orders__none">
          <p>{words.empty}</p>
          <Button variant="primary" onClick={onMenu}>{words.seeMenu}</Button>
        </div>
      )}
      {bill && bill.orders.length > 0 && (
        <div className="orders__columns">
          <ol className="orders__list">
            {bill.orders.toReversed().map((order) => <li key={order.id}><OrderCard order={order} /></li>)}
          </ol>
          <Bill bill={bill} />
        </div>
      )}
      <StatusNews orders={bill?.orders ?? []} />
    </main>
  );
}

function Bill({ bill: { orders, total } }: { bill: TableOrders }) {
  const words = useWords(ordersWords);
  const tablet = useWords(tabletWords);
  const count = orders.filter(({ status }) => status !== "cancelled").length;
  return (
    <section className="bill" aria-label={words.bill}>
      <h2>{words.bill}</h2>
      <p>{words.orders(count)}</p>
      <p className="bill__total"><span>{tablet.total}</span><strong><Money amount={total} /></strong></p>
      <p className="bill__hint">{words.payAtCounter}</p>
    </section>
  );
}

/** While the connection is gone: how old this is. */
function AsOf() {
  const words = useWords(ordersWords);
  const language = useLanguage();
  const zone = useRestaurant()?.time_zone ?? "Asia/Seoul";
  const { state, lastMessageAt } = useConnection(useTablet().connection);
  if (state !== "lost" || lastMessageAt === null) return null;
  return <p>{words.asOf(clockTime(new Date(lastMessageAt).toISOString(), zone, language))}</p>;
}
