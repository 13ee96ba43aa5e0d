/** Who sits at this table: whose cart it is, and what the next guests find. */
import type { StoreApi } from "zustand/vanilla";

import { chooseLanguage, interfaceLanguage } from "../shared/words/language";
import type { Cart } from "./cart/cart";
import type { TabletClient } from "./client";
import type { LastOrder, Ordering } from "./ordering/ordering";
import type { Preferences } from "./preferences";
import type { TableState } from "./tableState";

/** What the parts of one tablet stand on. */
export interface Base {
  client: TabletClient;
  cart: Cart;
  preferences: Preferences;
  state: StoreApi<TableState>;
}

export interface Guests {
  /** The next ones find the screen as if nobody had been here. */
  startAnew: (changes?: Partial<TableState>) => void;
  /** These have left, or were moved to the table of that number. */
  end: (sessionId: string, lastOrder: LastOrder | null, movedTo?: number | null) => void;
  /** This session, or none, is the table's: guests of another one have left. */
  belongTo: (sessionId: string | null) => void;
  /** As `belongTo`, by an event, which may come late. */
  open: (sessionId: string) => void;
}

export function createGuests({ client, cart, preferences, state }: Base, ordering: () => Ordering): Guests {
  const own = () => cart.state.getState().session_id;

  const startAnew = (changes: Partial<TableState> = {}) => {
    ordering().dismiss();
    preferences.reset();
    chooseLanguage(interfaceLanguage(client.session.state.getState()?.store.default_language ?? "ko"));
    state.setState(({ visit }) => ({ isResting: true, touchedAt: Date.now(), visit: visit + 1, ...changes }));
  };

  const end = (sessionId: string, lastOrder: LastOrder | null, movedTo: number | null = null) => {
    cart.leave();
    const { bill } = state.getState();
    startAnew({
      bill: bill && (bill.session?.id === sessionId ? { ...bill, session: null, orders: [], total: 0 } : bill),
      isCallAnswered: false,
      farewell: { lastOrder, movedTo },
    });
    ordering().askAfter();
  };

  const belongTo = (sessionId: string | null) => {
    const before = own();
    if (before === sessionId) return;
    if (before !== null) end(before, orderOnScreen(ordering(), before));
    if (sessionId !== null) cart.join(sessionId);
  };

  const open = (sessionId: string) => {
    const before = own();
    // Ids stand in the order of time: a late event may tell of a session that was over before this cart's own began.
    if (before !== null && sessionId < before) return;
    belongTo(sessionId);
    state.setState({ touchedAt: Date.now() });
  };

  return { startAnew, end, belongTo, open };
}

/** The order of that session whose number is being shown right now. */
function orderOnScreen({ phase }: Ordering, sessionId: string): LastOrder | null {
  const shown = phase.getState();
  return shown.kind === "placed" && shown.order.session_id === sessionId ? { number: shown.order.number } : null;
}
