/** What the server knows of the table, shown on the tablet and kept true. */
import type { Order } from "../shared/api/types";
import type { Base, Guests } from "./guests";
import type { LiveMenu } from "./menu/liveMenu";
import type { Ordering } from "./ordering/ordering";
import { askSnapshot, type Snapshot } from "./tableState";

export interface Bill {
  /** Answers the number of the last event that what is shown now knows of. */
  load: (signal: AbortSignal) => Promise<number>;
  /** For what no event carries, or none has brought: until the server answers. */
  loadAgain: () => Promise<void>;
  /** Stays with an order that was placed, also while the stream is down. */
  follow: (order: Order, isReplayed: boolean) => void;
  lastEventId: () => number;
  /** Over when nobody looks at this table any more. */
  signal: () => AbortSignal;
  start: () => () => void;
}

interface Needs extends Base {
  tableId: string;
  menu: LiveMenu;
  guests: Guests;
  ordering: () => Ordering;
}

const RETRY = 2000;
/** How long the stream may take to tell of an order that this tablet placed. */
const TOLD_WITHIN = 2000;

export function createBill({ tableId, client, cart, state, menu, guests, ordering }: Needs): Bill {
  let stopped = new AbortController();
  const signal = () => stopped.signal;
  const lastEventId = () => state.getState().bill?.last_event_id ?? 0;

  const ask = async (signal: AbortSignal): Promise<Snapshot> => {
    const { session_id } = cart.state.getState();
    const snapshot = await askSnapshot(client, menu, signal);
    // An order that was stored meanwhile has opened a session which this may not know yet.
    return cart.state.getState().session_id === session_id ? snapshot : ask(signal);
  };
  const show = (snapshot: Snapshot): number => {
    guests.belongTo(snapshot.bill.session?.id ?? null);
    state.setState(snapshot);
    ordering().askAfter();
    return snapshot.bill.last_event_id;
  };
  const loadAgain = async () => {
    const { signal } = stopped;
    while (!signal.aborted && client.session.access() !== null) {
      const snapshot = await ask(signal).catch(() => null);
      // One that does not know of events which came meanwhile would undo them.
      if (snapshot && snapshot.bill.last_event_id >= lastEventId()) {
        show(snapshot);
        return;
      }
      await new Promise((resolve) => setTimeout(resolve, RETRY));
    }
  };
  const isHere = (id: string) => state.getState().bill?.orders.some((order) => order.id === id);
  const follow = ({ id, number, session_id, table }: Order, isReplayed: boolean) => {
    if (table.id !== tableId) guests.end(session_id, { number }, table.number);
    // Its guests may have been moved or have left since the first attempt.
    else if (isReplayed) void loadAgain();
    else setTimeout(() => { if (!isHere(id)) void loadAgain(); }, TOLD_WITHIN);
  };
  const start = () => {
    stopped = new AbortController();
    return () => { stopped.abort(); };
  };
  return { load: async (signal) => show(await ask(signal)), loadAgain, follow, lastEventId, signal, start };
}
