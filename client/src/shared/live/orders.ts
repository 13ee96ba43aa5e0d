import type { Order } from "../api/types";

/** Puts the newer version of something in the place of the older, or where its id belongs: ids are ordered by time. */
export function upsert<Item extends { id: string }>(items: readonly Item[], item: Item): Item[] {
  return [...items.filter(({ id }) => id !== item.id), item].sort((one, other) => (one.id < other.id ? -1 : 1));
}

/** What the guests owe: a cancelled order is not on the bill. */
export function totalOf(orders: readonly Order[]): number {
  return orders.reduce((sum, order) => (order.status === "cancelled" ? sum : sum + order.total), 0);
}
