import type { StoreApi } from "zustand/vanilla";

import { answer } from "../shared/api/client";
import type { ServiceCallKind, Table } from "../shared/api/types";
import { createFeed, type Feed } from "../shared/events/feed";
import { withServiceCall } from "../shared/live/table";
import { type Bill, createBill } from "./bill";
import { type Cart, createCart } from "./cart/cart";
import type { TabletClient } from "./client";
import { createCommands } from "./commands";
import { type Base, createGuests, type Guests } from "./guests";
import { createLiveMenu, keepFresh, type LiveMenu } from "./menu/liveMenu";
import { createNews } from "./news";
import { createOrdering, type Ordering } from "./ordering/ordering";
import { type Page, thisPage } from "./parts";
import { createPreferences, type Preferences } from "./preferences";
import { createTableState, type TableState } from "./tableState";
import { buildOf } from "./version";

/** All that one table's tablet knows and does, apart from how it looks. */
export interface Tablet {
  client: TabletClient;
  menu: LiveMenu;
  cart: Cart;
  ordering: Ordering;
  preferences: Preferences;
  state: StoreApi<TableState>;
  connection: Feed["connection"];
  /** Follows the table until the returned function is called. */
  start: () => () => void;
  callStaff: (kind: ServiceCallKind, message: string) => Promise<void>;
  /** The thanks were seen: the next guests may begin. */
  welcome: () => void;
  /** Who looked for this tablet has seen it. */
  unidentify: () => void;
  /** Somebody is there. */
  touch: () => void;
  wake: () => void;
  /** Back to the first page; nothing is lost. */
  settle: () => void;
  /** Nobody is there any more, and no session is open. */
  rest: () => void;
  /** The guests left their cart behind. */
  leave: () => void;
}

export function createTablet(client: TabletClient, table: Table, page: Page = thisPage): Tablet {
  const menu = createLiveMenu(client);
  const cart = createCart(table.id);
  const preferences = createPreferences();
  const state = createTableState(cart);
  const base = { client, cart, preferences, state };
  const fresh = keepFresh(menu, client);
  // An order's answer tells of guests and their bill, and both ask after the order.
  const guests = createGuests(base, () => ordering);
  const bill = createBill({ ...base, tableId: table.id, menu, guests, ordering: () => ordering });
  const ordering = orderingOf(base, guests, bill, fresh.refresh);
  const commands = createCommands({ state, ordering, page });
  const onEvent = createNews({ ...base, tableId: table.id, bill, guests, commands, refreshMenu: fresh.refresh });
  const feed = createFeed({
    url: `${client.origin}/api/v1/events`, tokens: client.session, load: bill.load, onEvent, appVersion: buildOf(document),
  });
  const start = () => {
    const stops = [bill, feed, fresh].map((each) => each.start());
    return () => { for (const stop of stops) stop(); };
  };
  const { unidentify } = commands;
  return { client, menu, cart, ordering, preferences, state, connection: feed.connection, start, unidentify, ...touchesOf(base, guests, ordering) };
}

function orderingOf({ client, cart, state }: Base, guests: Guests, bill: Bill, onStaleMenu: () => void): Ordering {
  return createOrdering({
    client,
    cart,
    onStaleMenu,
    onSessionClosed: (sessionId) => { guests.end(sessionId, { number: null }); },
    onLastOrder: (lastOrder) => {
      state.setState(({ farewell }) => ({ farewell: { lastOrder, movedTo: farewell?.movedTo ?? null } }));
    },
    onPlaced: bill.follow,
  });
}

type Touches = Pick<Tablet, "callStaff" | "welcome" | "touch" | "wake" | "settle" | "rest" | "leave">;

/** What guests do, or leave undone. */
function touchesOf({ client, cart, state }: Base, guests: Guests, ordering: Ordering): Touches {
  return {
    callStaff: async (kind, message) => {
      const call = await answer(client.api.POST("/api/v1/service-calls", { body: { kind, message } }));
      state.setState(({ calls }) => ({ calls: withServiceCall(calls, call) }));
    },
    welcome: () => { state.setState({ farewell: null }); },
    touch: () => { state.setState({ touchedAt: Date.now() }); },
    wake: () => { state.setState({ isResting: false, touchedAt: Date.now() }); },
    settle: () => {
      ordering.dismiss();
      state.setState(({ visit }) => ({ visit: visit + 1 }));
    },
    rest: () => { guests.startAnew(); },
    leave: () => {
      cart.clear();
      guests.startAnew();
    },
  };
}
