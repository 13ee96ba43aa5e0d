import type { Order } from "../../shared/api/types";
import { Money } from "../Money";
import { OrderHead, PlacedAt } from "./OrderCard";
import { OrderLines } from "./OrderLines";

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
