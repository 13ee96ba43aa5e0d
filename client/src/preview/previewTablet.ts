import { createStore } from "zustand/vanilla";

import { createApi } from "../shared/api/client";
import { createSession } from "../shared/api/session";
import type { Menu } from "../shared/api/types";
import { keepNothing } from "../shared/storage";
import { createCart } from "../tablet/cart/cart";
import type { Seat } from "../tablet/client";
import { createOrdering } from "../tablet/ordering/ordering";
import { createPreferences } from "../tablet/preferences";
import type { Tablet } from "../tablet/tablet";

const TABLE = { id: "preview", number: 0, name: "" };
const nothing = () => undefined;

/** A tablet that shows one menu and does nothing else: it keeps nothing, follows nothing and asks no server. */
export function createPreviewTablet(menu: Menu): Tablet {
  const origin = window.location.origin;
  const session = createSession<Seat>(keepNothing(), () => Promise.resolve({}));
  session.signIn({ access: "", expires_at: "", tablet_secret: "", store: menu.store, table: TABLE });
  const never = () => Promise.resolve();
  const api = createApi({ origin });
  const client = { origin, api, session, signIn: never, pair: never, signInAgain: never, disconnect: nothing, isDisconnected: () => false };
  const cart = createCart(TABLE.id, keepNothing());
  return {
    client,
    menu: { state: createStore<Menu | null>(() => menu), refresh: never },
    cart,
    ordering: createOrdering({ client, cart, onStaleMenu: nothing, onSessionClosed: nothing, onLastOrder: nothing, onPlaced: nothing }),
    preferences: createPreferences(keepNothing()),
    state: createStore(() => ({
      bill: null,
      calls: [],
      isCallAnswered: false,
      isIdentified: false,
      farewell: null,
      visit: 0,
      isResting: false,
      touchedAt: 0,
    })),
    connection: createStore(() => ({ state: "live" as const, lastMessageAt: null })),
    start: () => nothing,
    callStaff: never,
    welcome: nothing,
    unidentify: nothing,
    touch: nothing,
    wake: nothing,
    settle: nothing,
    rest: nothing,
    leave: nothing,
  };
}
