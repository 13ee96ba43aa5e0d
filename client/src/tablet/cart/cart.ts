import { createStore, type StoreApi } from "zustand/vanilla";

import type { Schemas } from "../../shared/api/types";
import { isRecord, keep } from "../../shared/storage";
import { type CartLine, fits, withChangedLine, withLine, withoutLine } from "./lines";

export type PlaceOrderBody = Schemas["PlaceOrderRequest"];

/** An order that was sent and not yet answered: sent again it must be the same to the letter. */
export interface PendingOrder {
  key: string;
  body: PlaceOrderBody;
  /** What the guest saw, line by line. */
  line_totals: number[];
  /** The session was finished meanwhile: it is not sent any more, only asked about. */
  is_over: boolean;
}

export interface CartState {
  table_id: string;
  /** The table session that this cart belongs to; null before there is one. */
  session_id: string | null;
  lines: CartLine[];
  pending: PendingOrder | null;
}

export interface Cart {
  state: StoreApi<CartState>;
  /** These answer whether the cart could be changed: not beyond its limits, and not while an order is pending. */
  add: (line: CartLine) => boolean;
  change: (key: string, line: CartLine) => boolean;
  remove: (key: string) => boolean;
  clear: () => boolean;
  /** The guests at this table have a session now. */
  join: (sessionId: string) => void;
  freeze: (pending: PendingOrder) => void;
  unfreeze: () => void;
  /** The pending order is stored, in this session: the cart has done its work. */
  empty: (sessionId: string | null) => void;
  /** The session was finished: nothing of it stays but the question whether its last order was stored. */
  leave: () => void;
}

export function createCart(tableId: string, kept = keep<CartState>("cart", 2, isCartState)): Cart {
  const known = kept.read();
  const blank: CartState = { table_id: tableId, session_id: null, lines: [], pending: null };
  const state = createStore<CartState>(() => (known?.table_id === tableId ? known : blank));

  const set = (changes: Partial<CartState>) => {
    const next = { ...state.getState(), ...changes };
    // Stored before it is shown or sent, so that a power cut loses nothing.
    kept.write(next);
    state.setState(next, true);
  };
  const edit = (change: (lines: CartLine[]) => CartLine[]): boolean => {
    const { lines, pending } = state.getState();
    const next = change(lines);
    if (pending !== null || !fits(next)) return false;
    set({ lines: next });
    return true;
  };

  return {
    state,
    add: (line) => edit((lines) => withLine(lines, line)),
    change: (key, line) => edit((lines) => withChangedLine(lines, key, line)),
    remove: (key) => edit((lines) => withoutLine(lines, key)),
    clear: () => edit(() => []),
    join: (sessionId) => { set({ session_id: sessionId }); },
    freeze: (pending) => { set({ pending }); },
    unfreeze: () => { set({ pending: null }); },
    empty: (sessionId) => { set({ lines: [], pending: null, session_id: sessionId }); },
    leave: () => {
      const { pending } = state.getState();
      set({ session_id: null, lines: [], pending: pending && { ...pending, is_over: true } });
    },
  };
}

function isCartState(value: unknown): value is CartState {
  return (
    isRecord(value) &&
    typeof value.table_id === "string" &&
    Array.isArray(value.lines) &&
    (value.pending === null || (isRecord(value.pending) && isRecord(value.pending.body)))
  );
}
