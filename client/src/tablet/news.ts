/** What the tablet does with each event of its table. */
import type { StoreEvent } from "../shared/events/types";
import { applyToOrders, applyToServiceCalls } from "../shared/live/table";
import type { Bill } from "./bill";
import type { Commands } from "./commands";
import type { Base, Guests } from "./guests";

interface Needs extends Base {
  tableId: string;
  bill: Bill;
  guests: Guests;
  commands: Commands;
  refreshMenu: () => void;
}

const ANSWERED_FOR = 5000;
/** Those that a newer snapshot has made history. */
const ABOUT_SESSIONS: ReadonlySet<string> = new Set(["session.opened", "session.closed", "session.moved", "session.merged"]);

export function createNews(needs: Needs): (event: StoreEvent) => void {
  const { bill, state } = needs;
  const sayAnswered = answeredCalls(needs);
  return (event) => {
    const isKnown = event.id <= bill.lastEventId();
    state.setState((shown) => ({
      bill: shown.bill && applyToOrders(shown.bill, event),
      calls: applyToServiceCalls(shown.calls, event),
    }));
    if (isKnown && ABOUT_SESSIONS.has(event.type)) return;
    if (event.type === "service_call.acknowledged") sayAnswered();
    else react(needs, event);
  };
}

function react(needs: Needs, { type, data }: StoreEvent): void {
  const { tableId, client, bill, guests, commands, refreshMenu } = needs;
  switch (type) {
    case "session.opened":
      guests.open(data.session.id);
      break;
    case "session.closed":
      if (data.session.id === needs.cart.state.getState().session_id) guests.end(data.session.id, null);
      break;
    case "session.moved":
    case "session.merged":
      if (data.table.id === tableId) void bill.loadAgain();
      else if (data.from_table.id === tableId) release(needs, data.table.number);
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
      commands.identify();
      break;
    case "tablet.reload":
      commands.reload(bill.signal());
      break;
    case "order.created":
    case "order.updated":
    case "service_call.created":
    case "service_call.acknowledged":
    case "table.removed":
  }
}

/** Staff took guests from here to another table. */
function release({ cart, state, bill, guests }: Needs, movedTo: number): void {
  const { session_id } = cart.state.getState();
  // Else it tells of others, who were here before.
  if (session_id !== null && session_id === state.getState().bill?.session?.id) guests.end(session_id, null, movedTo);
  else void bill.loadAgain();
}

/** Somebody took a call: said for a moment. */
function answeredCalls({ state }: Needs): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return () => {
    clearTimeout(timer);
    state.setState({ isCallAnswered: true });
    timer = setTimeout(() => { state.setState({ isCallAnswered: false }); }, ANSWERED_FOR);
  };
}
