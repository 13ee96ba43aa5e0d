import type { Order, ServiceCall, TableOrders } from "../api/types";
import type { StoreEvent } from "../events/types";
import { totalOf, upsert } from "./orders";

/** A table's bill after an event. Events that its snapshot already holds change nothing. */
export function applyToOrders(bill: TableOrders, event: StoreEvent): TableOrders {
  if (event.id <= bill.last_event_id) return bill;
  return { ...change(bill, event), last_event_id: event.id };
}

/** A newer server may tell of more than this build knows: that changes nothing. */
function change(bill: TableOrders, { type, data }: StoreEvent): TableOrders {
  switch (type) {
    case "order.created":
    case "order.updated":
      return withOrder(bill, data.order);
    case "session.opened":
      return bill.session?.id === data.session.id ? bill : { ...bill, session: data.session, orders: [], total: 0 };
    case "session.closed":
      return bill.session?.id === data.session.id ? { ...bill, session: null, orders: [], total: 0 } : bill;
    case "table.updated":
      return { ...bill, orders: bill.orders.map((order) => ({ ...order, table: { id: data.table.id, number: data.table.number } })) };
    // Carries no orders: the tablet loads them.
    case "session.moved":
    case "session.merged":
    case "service_call.created":
    case "service_call.acknowledged":
    case "menu.updated":
    case "store.updated":
    case "table.removed":
    case "tablet.identify":
    case "tablet.reload":
    default:
      return bill;
  }
}

function withOrder(bill: TableOrders, order: Order): TableOrders {
  if (bill.session?.id !== order.session_id) return bill;
  const orders = upsert(bill.orders, order);
  return { ...bill, orders, total: totalOf(orders) };
}

/** A table's calls after an event: the open ones, and those of this session that somebody has taken. */
export function applyToServiceCalls(calls: readonly ServiceCall[], { type, data }: StoreEvent): readonly ServiceCall[] {
  switch (type) {
    case "service_call.created":
    case "service_call.acknowledged":
      return withServiceCall(calls, data.service_call);
    case "session.closed":
      return calls.filter((call) => call.session_id !== data.session.id);
    case "order.created":
    case "order.updated":
    case "session.opened":
    case "session.moved":
    case "session.merged":
    case "menu.updated":
    case "store.updated":
    case "table.updated":
    case "table.removed":
    case "tablet.identify":
    case "tablet.reload":
    default:
      return calls;
  }
}

/** The list of calls has no event number of its own, so a call that was taken stays taken when an older event comes. */
export function withServiceCall(calls: readonly ServiceCall[], call: ServiceCall): readonly ServiceCall[] {
  const known = calls.find(({ id }) => id === call.id);
  return known?.acknowledged_at && !call.acknowledged_at ? calls : upsert(calls, call);
}
