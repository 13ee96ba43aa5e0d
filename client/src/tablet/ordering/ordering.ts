import { createStore, type StoreApi } from "zustand/vanilla";

import type { Refusal } from "../../shared/api/errors";
import type { Order } from "../../shared/api/types";
import { randomKey } from "../../shared/keys";
import type { Cart, PendingOrder } from "../cart/cart";
import type { PricedCart } from "../cart/pricing";
import type { TabletClient } from "../client";
import { type Outcome, place, untilAnswered, withdraw } from "./exchange";
import { type Phase, phaseOf, WITHDRAWN } from "./phases";
import type { NewPrices } from "./refusals";

/** What became of the last order of a session that was finished meanwhile: its number, or none was stored. */
export interface LastOrder {
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
  /** Has the server refuse an order without an answer, should it still come; or shows it, if it has come. */
  giveUp: () => void;
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

export function createOrdering(options: Options): Ordering {
  return new OneOrder(options);
}

class OneOrder implements Ordering {
  readonly #options: Options;
  readonly phase: StoreApi<Phase>;

  constructor(options: Options) {
    this.#options = options;
    // After a reload nothing goes out by itself: a person sees the dialog and decides.
    this.phase = createStore<Phase>(() => (this.#pending ? { kind: "unanswered", isUnwanted: false } : { kind: "idle" }));
  }

  readonly confirm = () => { if (!this.#pending) this.#show({ kind: "confirming" }); };

  readonly dismiss = () => { if (!this.#pending) this.#show({ kind: "idle" }); };

  readonly place = ({ lines, total }: PricedCart) => {
    const { session_id } = this.#options.cart.state.getState();
    const items = lines.map(({ line: { menu_item, quantity, options, note } }) => ({ menu_item, quantity, options, note }));
    this.#start({
      body: { items, note: "", expected_total: total, session_id },
      line_totals: lines.map((line) => line.total),
    });
  };

  readonly placeAtNewPrices = ({ body, lines, total }: NewPrices) => {
    this.#start({ body: { ...body, expected_total: total }, line_totals: lines.map(({ after }) => after) });
  };

  readonly sendAgain = () => { this.#resume({ kind: "sending", again: true }); };

  readonly giveUp = () => { this.#resume({ kind: "withdrawing" }); };

  readonly askAfter = () => { if (this.#pending?.is_over) this.sendAgain(); };

  get #pending(): PendingOrder | null {
    return this.#options.cart.state.getState().pending;
  }

  #show(phase: Phase): void {
    this.phase.setState(phase, true);
  }

  #start(pending: Omit<PendingOrder, "key" | "is_over">): void {
    if (this.#pending) return;
    this.#options.cart.freeze({ ...pending, key: randomKey(), is_over: false });
    void this.#settle({ kind: "sending", again: false });
  }

  #resume(phase: Sent): void {
    if (this.phase.getState().kind === "unanswered") void this.#settle(phase);
  }

  async #settle(phase: Sent): Promise<void> {
    const isUnwanted = phase.kind === "withdrawing";
    const isFirst = phase.kind === "sending" && !phase.again;
    this.#show(phase);
    const outcome = await untilAnswered(
      (attempt) => this.#ask(isUnwanted, isFirst && attempt === 0),
      this.#options.waits ?? WAITS,
      () => { this.#show(isUnwanted ? phase : { kind: "sending", again: true }); },
    );
    const pending = this.#pending;
    if (pending === null || outcome.kind === "unknown") this.#show({ kind: "unanswered", isUnwanted });
    else if (outcome.kind === "stored") this.#accepted(outcome, pending);
    else this.#notStored(outcome, pending);
  }

  async #ask(isUnwanted: boolean, isFirst: boolean): Promise<Outcome> {
    const pending = this.#pending;
    const { client } = this.#options;
    if (pending === null) return { kind: "unknown" };
    if (isUnwanted || pending.is_over) return withdraw(client, pending);
    const outcome = await place(client, pending);
    if (isFirst || outcome.kind !== "refused") return outcome;
    // An earlier attempt may still be on its way, and find nothing to refuse.
    const earlier = await withdraw(client, pending);
    return earlier.kind === "withdrawn" ? outcome : earlier;
  }

  #accepted({ order, isReplayed }: Extract<Outcome, { kind: "stored" }>, { is_over }: PendingOrder): void {
    const { cart, onLastOrder, onPlaced } = this.#options;
    // Also while no event comes through: the next order must be this session's, and no other one's.
    cart.empty(is_over ? cart.state.getState().session_id : order.session_id);
    this.#show(is_over ? { kind: "idle" } : { kind: "placed", order });
    if (is_over) onLastOrder({ number: order.number });
    else onPlaced(order, isReplayed);
  }

  #notStored(outcome: Extract<Outcome, { kind: "refused" | "withdrawn" }>, pending: PendingOrder): void {
    this.#options.cart.unfreeze();
    if (pending.is_over) {
      this.#show({ kind: "idle" });
      this.#options.onLastOrder({ number: null });
    } else if (outcome.kind === "withdrawn") {
      this.#show(WITHDRAWN);
    } else {
      this.#refused(outcome.refusal, pending);
    }
  }

  #refused(refusal: Refusal, pending: PendingOrder): void {
    const { cart, onSessionClosed, onStaleMenu } = this.#options;
    if (refusal.has("session_closed") && pending.body.session_id) {
      this.#show({ kind: "idle" });
      onSessionClosed(pending.body.session_id);
    } else {
      this.#show(phaseOf(refusal, pending, cart.state.getState().lines));
      onStaleMenu();
    }
  }
}

type Sent = Extract<Phase, { kind: "sending" | "withdrawing" }>;
