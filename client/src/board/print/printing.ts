import { createStore, type StoreApi } from "zustand/vanilla";

import type { BoardSession, Order } from "../../shared/api/types";
import { keep } from "../../shared/storage";

/** What the paper says. */
export type Sheet = { kind: "ticket"; order: Order; isMore: boolean } | { kind: "bill"; table: number; session: BoardSession };

export interface Printing {
  /** What is printed now, and what after it. */
  queue: StoreApi<readonly Sheet[]>;
  print: (sheet: Sheet) => void;
  /** The first of the queue is on paper, or somebody decided against it. */
  finish: () => void;
  /**
   * Which of these orders this device has not printed by itself; from now on it has. Kept over reloads and read anew each
   * time, because a second window of the same device must not print them again.
   */
  claim: (orderIds: readonly string[]) => ReadonlySet<string>;
}

const REMEMBERED = 1000;

export function createPrinting(storeId: string): Printing {
  const queue = createStore<readonly Sheet[]>(() => []);
  const printed = keep(`printed.${storeId}`, 1, isIds);
  return {
    queue,
    print: (sheet) => { queue.setState([...queue.getState(), sheet], true); },
    finish: () => { queue.setState(queue.getState().slice(1), true); },
    claim: (orderIds) => {
      const known = printed.read() ?? [];
      const fresh = orderIds.filter((id) => !known.includes(id));
      if (fresh.length > 0) printed.write([...known, ...fresh].slice(-REMEMBERED));
      return new Set(fresh);
    },
  };
}

function isIds(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((each) => typeof each === "string");
}
