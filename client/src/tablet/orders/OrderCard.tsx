import { Fragment } from "react";

import type { Order, OrderLine } from "../../shared/api/types";
import { clockTime, useNow } from "../../shared/time";
import { useWords } from "../../shared/words/dictionary";
import { useLanguage } from "../../shared/words/language";
import { Note } from "../Note";
import { useRestaurant } from "../TabletContext";
import { Money, Name } from "../text";
import { OrderAgain } from "./OrderAgain";
import { StatusSteps } from "./StatusSteps";
import { ordersWords } from "./words";

export function OrderCard({ order }: { order: Order }) {
  const words = useWords(ordersWords);
  const isCancelled = order.status === "cancelled";
  return (
    <article className={isCancelled ? "order order--cancelled" : "order"} aria-label={words.order(order.number)}>
      <div className="order__head">
        <h3>{words.order(order.number)}</h3>
        <PlacedAt at={order.created_at} />
      </div>
      {order.status === "cancelled" ? (
        <p className="order__cancelled">
          <strong>{words.cancelled}</strong> {order.cancel_reason && words.reason(order.cancel_reason)}
        </p>
      ) : (
        <StatusSteps status={order.status} />
      )}
      <ul className="order__lines">
        {order.items.map((line) => <li key={line.id}><Line line={line} isCancelled={isCancelled} /></li>)}
      </ul>
      <div className="order__foot">
        <OrderAgain order={order} />
        <strong><Money amount={order.total} /></strong>
      </div>
    </article>
  );
}

function Line({ line, isCancelled }: { line: OrderLine; isCancelled: boolean }) {
  const Mark = isCancelled ? "s" : "span";
  return (
    <Mark className="order__line">
      <span>
        <Name className="line__name" of={line.name} />
        {line.options.length > 0 && (
          <span className="line__options">
            {line.options.map(({ id, name }, index) => <Fragment key={id}>{index > 0 && ", "}<Name of={name} /></Fragment>)}
          </span>
        )}
        {line.note && <Note className="line__note" note={line.note} />}
      </span>
      <span>×{line.quantity}</span>
      <Money amount={line.line_total} />
    </Mark>
  );
}

const MINUTE = 60_000;

function PlacedAt({ at }: { at: string }) {
  const words = useWords(ordersWords);
  const language = useLanguage();
  const zone = useRestaurant()?.time_zone ?? "Asia/Seoul";
  const minutes = Math.max(0, Math.floor((useNow(MINUTE / 4) - Date.parse(at)) / MINUTE));
  return <time dateTime={at}>{clockTime(at, zone, language)} ({words.ago(minutes)})</time>;
}
