import { createStore, type StoreApi } from "zustand/vanilla";

import { answer } from "../shared/api/client";
import type { ServiceCall, ServiceCallKind, Table, TableOrders } from "../shared/api/types";
import { createFeed, type Feed } from "../shared/events/feed";
import type { StoreEvent } from "../shared/events/types";
import { applyToOrders, applyToServiceCalls } from "../shared/live/table";
import { chooseLanguage, interfaceLanguage } from "../shared/words/language";
import { type Cart, createCart } from "./cart/cart";
import type { TabletClient } from "./client";
import { createLiveMenu, type LiveMenu } from "./menu/liveMenu";
import { createOrdering, type LastOrder, type Ordering } from "./ordering/ordering";
import { renewPage } from "./parts";
import { createPreferences, type Preferences } from "./preferences";
import { buildOf } from "./version";

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
const IDENTIFIED_FOR = 10_000;

export function createTablet(client: TabletClient, table: Table, reload: () => void = renewPage): Tablet {
  const menu = createLiveMenu(client);
  const cart = createCart(table.id);
  const preferences = createPreferences();
  const state = createStore<TableState>(() => ({
    bill: null,
    calls: [],
    isCallAnswered: false,
    farewell: null,
    visit: 0,
    isResting: isUntouched(cart),
    touchedAt: Date.now(),
    isIdentified: false,
  }));

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
    cart.leave(sessionId);
    const { bill } = state.getState();
    startAnew({
      bill: bill && (bill.session?.id === sessionId ? { ...bill, session: null, orders: [], total: 0 } : bill),
      isCallAnswered: false,
      farewell: { lastOrder, movedTo },
    });
  };

  const ordering = createOrdering({
    client,
    cart,
    onStaleMenu: refreshMenu,
    onSessionClosed: (sessionId) => { endSession(sessionId, { accepted: false, number: null }); },
    onLastOrder: (lastOrder) => { state.setState({ farewell: { lastOrder, movedTo: null } }); },
  });

  /** Staff took the guests to another table. */
  const endOwn = (movedTo: number) => {
    const own = state.getState().bill?.session?.id;
    if (own !== undefined) endSession(own, null, movedTo);
  };

  const belongTo = (sessionId: string | null) => {
    const own = cart.state.getState().session_id;
    if (own !== null && own !== sessionId) endSession(own, null);
    if (sessionId !== null && own !== sessionId) cart.join(sessionId);
  };

  const load = async (signal: AbortSignal): Promise<number> => {
    const bill = await answer(client.api.GET("/api/v1/orders", { signal }));
    // Asked for after the bill: these have no event number of their own, and so must not be older than its one.
    const [{ service_calls }] = await Promise.all([
      answer(client.api.GET("/api/v1/service-calls", { signal })),
      menu.refresh(),
    ]);
    belongTo(bill.session?.id ?? null);
    state.setState({ bill, calls: service_calls });
    return bill.last_event_id;
  };

  /** For what an event announces without carrying it. */
  const loadAgain = async (signal: AbortSignal) => {
    while (!signal.aborted && client.session.access() !== null) {
      try {
        await load(signal);
        return;
      } catch {
        await new Promise((resolve) => setTimeout(resolve, BILL_RETRY));
      }
    }
  };

  const onEvent = (event: StoreEvent) => {
    state.setState(({ bill, calls }) => ({
      bill: bill && applyToOrders(bill, event),
      calls: applyToServiceCalls(calls, event),
    }));
    react(event);
  };

  const react = ({ type, data }: StoreEvent) => {
    switch (type) {
      case "session.opened":
        belongTo(data.session.id);
        state.setState({ touchedAt: Date.now() });
        break;
      case "session.closed":
        if (cart.state.getState().session_id === data.session.id) endSession(data.session.id, null);
        break;
      case "session.moved":
      case "session.merged":
        if (data.table.id === table.id) void loadAgain(stopped.signal);
        else if (data.from_table.id === table.id) endOwn(data.table.number);
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
        whenFree(reload);
        break;
      case "order.created":
      case "order.updated":
      case "service_call.created":
      case "table.removed":
    }
  };

  let identifiedTimer: ReturnType<typeof setTimeout> | undefined;
  const unidentify = () => { state.setState({ isIdentified: false }); };
  const identify = () => {
    clearTimeout(identifiedTimer);
    state.setState({ isIdentified: true });
    identifiedTimer = setTimeout(unidentify, IDENTIFIED_FOR);
  };

  /** Once no order is being confirmed, sent or told of: not a moment earlier, whoever asks. */
  const whenFree = (action: () => void) => {
    let isDone = false;
    const look = () => {
      const isFree = ordering.phase.getState().kind === "idle" && !state.getState().farewell?.lastOrder;
      if (!isFree || isDone || stopped.signal.aborted) return;
      isDone = true;
      stopPhase();
      stopState();
      action();
    };
    const stopPhase = ordering.phase.subscribe(look);
    const stopState = state.subscribe(look);
    look();
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
      await answer(client.api.POST("/api/v1/service-calls", { body: { kind, message } }));
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

/** Nobody had begun anything when the page was last open. */
function isUntouched(cart: Cart): boolean {
  const { lines, pending, session_id } = cart.state.getState();
  return lines.length === 0 && pending === null && session_id === null;
}
