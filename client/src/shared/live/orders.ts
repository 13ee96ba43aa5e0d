import type { Order } from "../api/types";

/** Puts the newer version of something in the place of the older, or at the end. */
export function upsert<Item extends { id: string }>(items: readonly Item[], item: Item): Item[] {
  const known = items.some(({ id }) => id === item.id);
  return known ? items.map((each) => (each.id === item.id ? item : each)) : [...items, item];
}

/** What the guests owe: a cancelled order is not on the bill. */
export function totalOf(orders: readonly Order[]): number {
  return orders.reduce((sum, order) => (order.status === "cancelled" ? sum : sum + order.total), 0);
}
