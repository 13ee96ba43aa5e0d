import { createStore, type StoreApi } from "zustand/vanilla";

import type { Order } from "../../shared/api/types";
import { keep } from "../../shared/storage";

/** Something done at this screen, which may turn out to be a mistake. */
export interface Done {
  key: string;
  order: Order;
  /** The line that was ticked; none when the whole order took a step. */
  lineId: string | null;
}

export interface KitchenState {
  /** Cancelled orders that somebody here has seen. */
  acknowledged: StoreApi<ReadonlySet<string>>;
  acknowledge: (orderId: string) => void;
  /** The newest first. */
  done: StoreApi<readonly Done[]>;
  record: (order: Order, lineId: string | null) => void;
  forget: (key: string) => void;
}

const REMEMBERED = 20;
const SEEN = 200;

export function createKitchenState(): KitchenState {
  const kept = keep("kitchen", 1, isIds);
  const acknowledged = createStore<ReadonlySet<string>>(() => new Set(kept.read()));
  const done = createStore<readonly Done[]>(() => []);
  const forget = (key: string) => { done.setState(done.getState().filter((each) => each.key !== key), true); };
  return {
    acknowledged,
    acknowledge: (orderId) => {
      const ids = [...acknowledged.getState(), orderId].slice(-SEEN);
      kept.write(ids);
      acknowledged.setState(new Set(ids), true);
    },
    done,
    record: (order, lineId) => {
      const key = lineId ?? order.id;
      done.setState([{ key, order, lineId }, ...done.getState().filter((each) => each.key !== key)].slice(0, REMEMBERED), true);
    },
    forget,
  };
}

function isIds(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((each) => typeof each === "string");
}
