import type { Board, BoardSession, BoardTable, Order, TableSession } from "../api/types";
import type { StoreEvent } from "../events/types";
import { totalOf, upsert } from "./orders";

/** The board after an event. Events that its snapshot already holds change nothing. */
export function applyToBoard(board: Board, event: StoreEvent): Board {
  if (event.id <= board.last_event_id) return board;
  const table = tableOf(event);
  if (table === null) return { ...board, last_event_id: event.id };
  const tables = board.tables.map((each) => (each.id === table ? applyToTable(each, event) : leave(each, event)));
  return { tables, last_event_id: event.id };
}

function tableOf({ data }: StoreEvent): string | null {
  if ("order" in data) return data.order.table.id;
  if ("service_call" in data) return data.service_call.table.id;
  return "table" in data ? data.table.id : null;
}

/** The table that guests moved away from is free, and nobody calls there any more. */
function leave(table: BoardTable, { data }: StoreEvent): BoardTable {
  return "from_table" in data && table.id === data.from_table.id ? { ...table, session: null, service_calls: [] } : table;
}

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
