import { createStore, type StoreApi } from "zustand/vanilla";

import { answer } from "../../shared/api/client";
import { isFinal, Refusal } from "../../shared/api/errors";
import type { Order } from "../../shared/api/types";
import { randomKey } from "../../shared/keys";
import type { Cart, PendingOrder } from "../cart/cart";
import type { CartLine } from "../cart/lines";
import type { PricedCart } from "../cart/pricing";
import type { TabletClient } from "../client";
import { type LineRefusal, lineRefusals, type NewPrices, newPrices } from "./refusals";

/** Where the guest's order is on its way. */
export type Phase =
  | { kind: "idle" }
  | { kind: "confirming" }
  /** `again`: an earlier attempt got no answer. */
  | { kind: "sending"; again: boolean }
  | { kind: "unanswered" }
  | { kind: "price_changed"; prices: NewPrices }
  | { kind: "refused"; reason: "stopped"; detail: string }
  | { kind: "refused"; reason: "lines" | "other"; lines: LineRefusal[] }
  | { kind: "placed"; order: Order };

/** What became of the last order of a session that was finished meanwhile. */
export interface LastOrder {
  accepted: boolean;
  number: number | null;
}

export interface Ordering {
  phase: StoreApi<Phase>;
  confirm: () => void;
  /** Back to the menu, unless an order is unresolved. */
  dismiss: () => void;
  /** Sends the cart exactly as the guest saw it. */
  place: (seen: PricedCart) => void;
  placeAtNewPrices: (prices: NewPrices) => void;
  sendAgain: () => void;
  /** Asks what became of the order of a session that is over: this cannot place it any more. */
  askAfter: () => void;
}

interface Options {
  client: TabletClient;
  cart: Cart;
  /** Something on the menu is not as this tablet thought. */
  onStaleMenu: () => void;
  /** The session was finished before this order reached the server: nothing was stored. */
  onSessionClosed: (sessionId: string) => void;
  onLastOrder: (lastOrder: LastOrder) => void;
  /** The order is stored. `isReplayed`: since an earlier attempt, and its guests may have gone on since then. */
  onPlaced: (order: Order, isReplayed: boolean) => void;
  waits?: readonly number[];
}

const WAITS = [1000, 2000, 4000];

export function createOrdering({ client, cart, onStaleMenu, onSessionClosed, onLastOrder, onPlaced, waits = WAITS }: Options): Ordering {
  // After a reload nothing goes out by itself: a person sees the dialog and sends again.
  const isUnresolved = () => cart.state.getState().pending !== null;
  const phase = createStore<Phase>(() => ({ kind: isUnresolved() ? "unanswered" : "idle" }));
  const show = (next: Phase) => { phase.setState(next, true); };

  const send = async (again: boolean) => {
    show({ kind: "sending", again });
    for (const wait of [...waits, null]) {
      const { pending } = cart.state.getState();
      if (pending === null) return;
      try {
        accepted(await ask(client, pending));
        return;
      } catch (error) {
        if (isReliable(error)) {
          refused(error, cart.state.getState().pending ?? pending);
          return;
        }
        if (wait === null || isSignedOut(error)) break;
      }
      show({ kind: "sending", again: true });
      await pause(wait);
    }
    show({ kind: "unanswered" });
  };

  const accepted = ({ order, isReplayed }: Answered) => {
    const { pending, session_id } = cart.state.getState();
    const isOver = pending?.is_over ?? false;
    // Also while no event comes through: the next order must be this session's, and no other one's.
    cart.empty(isOver ? session_id : order.session_id);
    show(isOver ? { kind: "idle" } : { kind: "placed", order });
    if (isOver) onLastOrder({ accepted: true, number: order.number });
    else onPlaced(order, isReplayed);
  };

  const refused = (refusal: Refusal, pending: PendingOrder) => {
    cart.unfreeze();
    if (pending.is_over) {
      show({ kind: "idle" });
      onLastOrder({ accepted: refusal.has("idempotency_key_reused"), number: null });
    } else if (refusal.has("session_closed") && pending.body.session_id) {
      show({ kind: "idle" });
      onSessionClosed(pending.body.session_id);
    } else {
      show(phaseOf(refusal, pending, cart.state.getState().lines));
      onStaleMenu();
    }
  };

  const start = (pending: Omit<PendingOrder, "key" | "is_over">) => {
    if (isUnresolved()) return;
    cart.freeze({ ...pending, key: randomKey(), is_over: false });
    void send(false);
  };

  const sendAgain = () => { if (phase.getState().kind === "unanswered") void send(true); };

  return {
    phase,
    confirm: () => { if (!isUnresolved()) show({ kind: "confirming" }); },
    dismiss: () => { if (!isUnresolved()) show({ kind: "idle" }); },
    place: ({ lines, total }) => {
      const { session_id } = cart.state.getState();
      const items = lines.map(({ line: { menu_item, quantity, options, note } }) => ({ menu_item, quantity, options, note }));
      start({
        body: { items, note: "", expected_total: total, session_id },
        line_totals: lines.map((line) => line.total),
      });
    },
    placeAtNewPrices: ({ body, lines, total }) => {
      start({ body: { ...body, expected_total: total }, line_totals: lines.map(({ after }) => after) });
    },
    sendAgain,
    askAfter: () => { if (cart.state.getState().pending?.is_over) sendAgain(); },
  };
}

interface Answered {
  order: Order;
  isReplayed: boolean;
}

async function ask({ api }: TabletClient, { key, body }: PendingOrder): Promise<Answered> {
  const asked = api.POST("/api/v1/orders", { params: { header: { "Idempotency-Key": key } }, body });
  const order = await answer(asked);
  return { order, isReplayed: (await asked).response.status === 200 };
}

/** A 401 says nothing about an earlier attempt, which may have been stored. */
function isReliable(error: unknown): error is Refusal {
  return isFinal(error) && !isSignedOut(error);
}

function isSignedOut(error: unknown): boolean {
  return error instanceof Refusal && error.status === 401;
}

function phaseOf(refusal: Refusal, pending: PendingOrder, lines: CartLine[]): Phase {
  const prices = newPrices(refusal, pending, lines);
  if (prices) return { kind: "price_changed", prices };
  // The server says from when on it takes orders, in the guest's language.
  const stopped = refusal.errors.find(({ code }) => code === "store_paused" || code === "store_closed");
  if (stopped) return { kind: "refused", reason: "stopped", detail: stopped.detail };
  const faults = lineRefusals(refusal, lines);
  return { kind: "refused", reason: faults.length > 0 ? "lines" : "other", lines: faults };
}

function pause(time: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, time));
}
