import { expect, vi } from "vitest";

import { createCart } from "../tablet/cart/cart";
import { priceCart } from "../tablet/cart/pricing";
import { createTabletClient } from "../tablet/client";
import { createOrdering } from "../tablet/ordering/ordering";
import { cola, menuOf } from "./restaurant";
import type { TestServer } from "./server";

export const line = { menu_item: "cola", name: cola.name, options: [], quantity: 2, note: "", unit_price: cola.price };

/** Two colas in the cart, and nothing around the ordering but a server. */
export function ready(server: TestServer) {
  const cart = createCart("table-3");
  cart.clear();
  cart.add(line);
  const news = { onStaleMenu: vi.fn(), onSessionClosed: vi.fn(), onLastOrder: vi.fn(), onPlaced: vi.fn() };
  const client = createTabletClient(server.origin);
  const ordering = createOrdering({ client, cart, ...news, waits: [5, 10, 20] });
  const place = () => { ordering.place(priceCart(menuOf([cola]), cart.state.getState().lines)); };
  const until = (kind: string) => vi.waitFor(() => { expect(ordering.phase.getState().kind).toBe(kind); });
  return { cart, ordering, place, until, ...news };
}

export const keys = (server: TestServer) => new Set(server.received.map(({ headers }) => headers["idempotency-key"]));
