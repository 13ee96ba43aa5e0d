import { createStore, type StoreApi } from "zustand/vanilla";

import { answer } from "../shared/api/client";
import type { ServiceCall, TableOrders } from "../shared/api/types";
import type { Cart } from "./cart/cart";
import type { TabletClient } from "./client";
import type { LiveMenu } from "./menu/liveMenu";
import type { LastOrder } from "./ordering/ordering";

export interface TableState {
  /** Null until the server has told. */
  bill: TableOrders | null;
  calls: readonly ServiceCall[];
  /** Somebody took a call a moment ago. */
  isCallAnswered: boolean;
  /** The guests are being thanked, or told where they moved; with what became of an order that was still under way. */
  farewell: Farewell | null;
  /** Counts the times that everything starts anew: screens of an earlier one must not stay. */
  visit: number;
  /** Nobody is here: the idle screen is shown, unless a session is open. */
  isResting: boolean;
  /** When somebody last touched the screen. */
  touchedAt: number;
  /** A manager wants to see which tablet this is. */
  isIdentified: boolean;
}

export interface Farewell {
  lastOrder: LastOrder | null;
  /** The number of the table to which staff moved the guests. */
  movedTo: number | null;
}

export function createTableState(cart: Cart): StoreApi<TableState> {
  return createStore<TableState>(() => ({
    bill: null,
    calls: [],
    isCallAnswered: false,
    farewell: null,
    visit: 0,
    isResting: isUntouched(cart),
    touchedAt: Date.now(),
    isIdentified: false,
  }));
}

/** Nobody had begun anything when the page was last open. */
function isUntouched(cart: Cart): boolean {
  const { lines, pending, session_id } = cart.state.getState();
  return lines.length === 0 && pending === null && session_id === null;
}

/** What the server knows of the table; its menu is brought up to date with it. */
export interface Snapshot {
  bill: TableOrders;
  calls: ServiceCall[];
}

export async function askSnapshot({ api }: TabletClient, menu: LiveMenu, signal: AbortSignal): Promise<Snapshot> {
  const bill = await answer(api.GET("/api/v1/orders", { signal }));
  // Asked for after the bill: these have no event number of their own, and so must not be older than its one.
  const [{ service_calls }] = await Promise.all([answer(api.GET("/api/v1/service-calls", { signal })), menu.refresh()]);
  return { bill, calls: service_calls };
}
