import type { StoreApi } from "zustand/vanilla";

import { answer } from "../shared/api/client";
import type { Order, ServiceCallKind, Table } from "../shared/api/types";
import { createFeed, type Feed } from "../shared/events/feed";
import type { StoreEvent } from "../shared/events/types";
import { applyToOrders, applyToServiceCalls, withServiceCall } from "../shared/live/table";
import { chooseLanguage, interfaceLanguage } from "../shared/words/language";
import { type Cart, createCart } from "./cart/cart";
import type { TabletClient } from "./client";
import { createCommands } from "./commands";
import { createLiveMenu, type LiveMenu } from "./menu/liveMenu";
import { createOrdering, type LastOrder, type Ordering } from "./ordering/ordering";
import { type Page, thisPage } from "./parts";
import { createPreferences, type Preferences } from "./preferences";
import { askSnapshot, createTableState, type Snapshot, type TableState } from "./tableState";
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

const MENU_RETRY = 5000;
/** Items come and go with their hours, of which no event tells. */
const MENU_AGE = 300_000;
const ANSWERED_FOR = 5000;
const BILL_RETRY = 2000;
/** Those that a newer snapshot has made history. */
const ABOUT_SESSIONS: ReadonlySet<string> = new Set(["session.opened", "session.closed", "session.moved", "session.merged"]);
/** How long the stream may take to tell of an order that this tablet placed. */
const TOLD_WITHIN = 2000;

export function createTablet(client: TabletClient, table: Table, page: Page = thisPage): Tablet {
  const menu = createLiveMenu(client);
  const cart = createCart(table.id);
  const preferences = createPreferences();
  const state = createTableState(cart);

  let menuTimer: ReturnType<typeof setTimeout> | undefined;
  const refreshMenu = () => {
    clearTimeout(menuTimer);
    menu.refresh().catch(() => {
      if (client.session.access() !== null) menuTimer = setTimeout(refreshMenu, MENU_RETRY);
    });
  };

  /** The next guests find the screen as if nobody had been here. */
  const startAnew = (changes: Partial<TableState>) => {
    ordering.dismiss();
    preferences.reset();
    chooseLanguage(interfaceLanguage(client.session.state.getState()?.store.default_language ?? "ko"));
    state.setState(({ visit }) => ({ isResting: true, touchedAt: Date.now(), visit: visit + 1, ...changes }));
  };

  const endSession = (sessionId: string, lastOrder: LastOrder | null, movedTo: number | null = null) => {
    cart.leave();
    const { bill } = state.getState();
    startAnew({
      bill: bill && (bill.session?.id === sessionId ? { ...bill, session: null, orders: [], total: 0 } : bill),
      isCallAnswered: false,
      farewell: { lastOrder, movedTo },
    });
    ordering.askAfter();
  };

  const ordering = createOrdering({
    client,
    cart,
    onStaleMenu: refreshMenu,
    onSessionClosed: (sessionId) => { endSession(sessionId, { number: null }); },
    onLastOrder: (lastOrder) => { state.setState(({ farewell }) => ({ farewell: { lastOrder, movedTo: farewell?.movedTo ?? null } })); },
    onPlaced: (order, isReplayed) => { follow(order, isReplayed); },
  });
  const { identify, unidentify, reload } = createCommands({ state, ordering, page });

  /** Staff took guests from here to another table. */
  const release = (movedTo: number) => {
    const own = cart.state.getState().session_id;
    // Else it tells of others, who were here before.
    if (own !== null && own === state.getState().bill?.session?.id) endSession(own, null, movedTo);
    else void loadAgain();
  };

  const belongTo = (sessionId: string | null) => {
    const own = cart.state.getState().session_id;
    if (own !== null && own !== sessionId) endSession(own, lastOrderIn(own));
    if (sessionId !== null && own !== sessionId) cart.join(sessionId);
  };

  const open = (sessionId: string) => {
    const own = cart.state.getState().session_id;
    // Ids stand in the order of time: a late event may tell of a session that was over before this cart's own began.
    if (own !== null && sessionId < own) return;
    belongTo(sessionId);
    state.setState({ touchedAt: Date.now() });
  };

  /** The order whose number is on the screen right now. */
  const lastOrderIn = (sessionId: string): LastOrder | null => {
    const phase = ordering.phase.getState();
    return phase.kind === "placed" && phase.order.session_id === sessionId ? { number: phase.order.number } : null;
  };

  const ask = async (signal: AbortSignal): Promise<Snapshot> => {
    const { session_id } = cart.state.getState();
    const snapshot = await askSnapshot(client, menu, signal);
    // An order that was stored meanwhile has opened a session which this may not know yet.
    return cart.state.getState().session_id === session_id ? snapshot : ask(signal);
  };

  /** Answers the number of the last event that the snapshot knows. */
  const show = (snapshot: Snapshot): number => {
    belongTo(snapshot.bill.session?.id ?? null);
    state.setState(snapshot);
    ordering.askAfter();
    return snapshot.bill.last_event_id;
  };

  const lastEventId = () => state.getState().bill?.last_event_id ?? 0;

  /** For what no event carries, or none has brought. */
  const loadAgain = async () => {
    const { signal } = stopped;
    while (!signal.aborted && client.session.access() !== null) {
      const snapshot = await ask(signal).catch(() => null);
      // One that does not know of events which came meanwhile would undo them.
      if (snapshot && snapshot.bill.last_event_id >= lastEventId()) {
        show(snapshot);
        return;
      }
      await new Promise((resolve) => setTimeout(resolve, BILL_RETRY));
    }
  };

  const load = async (signal: AbortSignal) => show(await ask(signal));

  /** Stays with an order that was placed, also while the stream is down. */
  const follow = (order: Order, isReplayed: boolean) => {
    const isHere = () => state.getState().bill?.orders.some(({ id }) => id === order.id);
    if (order.table.id !== table.id) {
      endSession(order.session_id, { number: order.number }, order.table.number);
    } else if (isReplayed) {
      // Its guests may have been moved or have left since the first attempt.
      void loadAgain();
    } else {
      setTimeout(() => { if (!isHere()) void loadAgain(); }, TOLD_WITHIN);
    }
  };

  const onEvent = (event: StoreEvent) => {
    const isKnown = event.id <= lastEventId();
    state.setState(({ bill, calls }) => ({
      bill: bill && applyToOrders(bill, event),
      calls: applyToServiceCalls(calls, event),
    }));
    if (!(isKnown && ABOUT_SESSIONS.has(event.type))) react(event);
  };

  const react = ({ type, data }: StoreEvent) => {
    switch (type) {
      case "session.opened":
        open(data.session.id);
        break;
      case "session.closed":
        if (cart.state.getState().session_id === data.session.id) endSession(data.session.id, null);
        break;
      case "session.moved":
      case "session.merged":
        if (data.table.id === table.id) void loadAgain();
        else if (data.from_table.id === table.id) release(data.table.number);
        break;
      case "service_call.acknowledged":
        sayAnswered();
        break;
      case "menu.updated":
        refreshMenu();
        break;
      case "store.updated":
        client.session.update({ store: data.store });
        break;
      case "table.updated":
        client.session.update({ table: { id: data.table.id, number: data.table.number, name: data.table.name } });
        break;
      case "tablet.identify":
        identify();
        break;
      case "tablet.reload":
        reload(stopped.signal);
        break;
      case "order.created":
      case "order.updated":
      case "service_call.created":
      case "table.removed":
    }
  };

  let answeredTimer: ReturnType<typeof setTimeout> | undefined;
  const sayAnswered = () => {
    clearTimeout(answeredTimer);
    state.setState({ isCallAnswered: true });
    answeredTimer = setTimeout(() => { state.setState({ isCallAnswered: false }); }, ANSWERED_FOR);
  };

  let stopped = new AbortController();
  const feed = createFeed({ url: `${client.origin}/api/v1/events`, tokens: client.session, load, onEvent, appVersion: buildOf(document) });

  return {
    client,
    menu,
    cart,
    ordering,
    preferences,
    state,
    connection: feed.connection,
    start: () => {
      stopped = new AbortController();
      const stop = feed.start();
      const aging = setInterval(refreshMenu, MENU_AGE);
      return () => {
        clearInterval(aging);
        stopped.abort();
        stop();
      };
    },
    callStaff: async (kind, message) => {
      const call = await answer(client.api.POST("/api/v1/service-calls", { body: { kind, message } }));
      state.setState(({ calls }) => ({ calls: withServiceCall(calls, call) }));
    },
    welcome: () => { state.setState({ farewell: null }); },
    unidentify,
    touch: () => { state.setState({ touchedAt: Date.now() }); },
    wake: () => { state.setState({ isResting: false, touchedAt: Date.now() }); },
    settle: () => {
      ordering.dismiss();
      state.setState(({ visit }) => ({ visit: visit + 1 }));
    },
    rest: () => { startAnew({}); },
    leave: () => {
      cart.clear();
      startAnew({});
    },
  };
}
