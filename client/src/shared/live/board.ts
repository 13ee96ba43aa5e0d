import type { Board, BoardSession, BoardTable, Order, TableDetails, TableSession } from "../api/types";
import type { StoreEvent } from "../events/types";
import { totalOf, upsert } from "./orders";

/** The board after an event. Events that its snapshot already holds change nothing. */
export function applyToBoard(board: Board, event: StoreEvent): Board {
  if (event.id <= board.last_event_id) return board;
  return { tables: tablesAfter(board.tables, event), last_event_id: event.id };
}

function tablesAfter(tables: BoardTable[], event: StoreEvent): BoardTable[] {
  if (event.type === "table.updated") return withTable(tables, event.data.table);
  if (event.type === "table.removed") return tables.filter(({ id }) => id !== event.data.table.id);
  const table = tableOf(event);
  if (table === null) return tables;
  return tables.map((each) => (each.id === table ? applyToTable(each, event) : leave(each, event))).filter(isThere);
}

function tableOf({ data }: StoreEvent): string | null {
  if ("order" in data) return data.order.table.id;
  if ("service_call" in data) return data.service_call.table.id;
  return "table" in data ? data.table.id : null;
}

/** A table that was taken out of use stays until its guests have gone. */
function isThere({ is_active, session }: BoardTable): boolean {
  return is_active || session !== null;
}

/** The back office made or changed a table; what happens at it names it by its new number. */
function withTable(tables: BoardTable[], details: TableDetails): BoardTable[] {
  const known = tables.find(({ id }) => id === details.id);
  const table = { id: details.id, number: details.number };
  const session = known?.session ?? null;
  const changed: BoardTable = {
    ...details,
    session: session && { ...session, orders: session.orders.map((order) => ({ ...order, table })) },
    service_calls: (known?.service_calls ?? []).map((call) => ({ ...call, table })),
  };
  const others = tables.filter(({ id }) => id !== details.id);
  return isThere(changed) ? [...others, changed].sort((one, other) => one.number - other.number) : others;
}

/** The table that guests moved away from is free, and nobody calls there any more. */
function leave(table: BoardTable, { data }: StoreEvent): BoardTable {
  return "from_table" in data && table.id === data.from_table.id ? { ...table, session: null, service_calls: [] } : table;
}

/** A newer server may tell of more than this build knows: that changes nothing. */
function applyToTable(table: BoardTable, { type, data }: StoreEvent): BoardTable {
  switch (type) {
    case "order.created":
    case "order.updated":
      return { ...table, session: withOrder(table.session, data.order) };
    case "session.opened":
    case "session.moved":
    case "session.merged":
      return { ...table, session: withState(table.session, data.session) };
    case "session.closed":
      return table.session?.id === data.session.id ? { ...table, session: null } : table;
    case "service_call.created":
      return { ...table, service_calls: upsert(table.service_calls, data.service_call) };
    case "service_call.acknowledged":
      return { ...table, service_calls: table.service_calls.filter(({ id }) => id !== data.service_call.id) };
    case "menu.updated":
    case "store.updated":
    case "table.updated":
    case "table.removed":
    case "tablet.identify":
    case "tablet.reload":
    default:
      return table;
  }
}

/** The session's newest facts. The orders that come with it, as after a move, follow in events of their own. */
function withState(known: BoardSession | null, { id, opened_at, guests }: TableSession): BoardSession {
  return known?.id === id ? { ...known, guests } : { id, opened_at, guests, total: 0, orders: [] };
}

function withOrder(session: BoardSession | null, order: Order): BoardSession | null {
  if (session?.id !== order.session_id) return session;
  const orders = upsert(session.orders, order);
  return { ...session, orders, total: totalOf(orders) };
}
