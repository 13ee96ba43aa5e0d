import type { Board, BoardSession, BoardTable, Order } from "../api/types";
import type { StoreEvent } from "../events/types";
import { totalOf, upsert } from "./orders";

/** The board after an event. Events that its snapshot already holds change nothing. */
export function applyToBoard(board: Board, event: StoreEvent): Board {
  if (event.id <= board.last_event_id) return board;
  const table = tableOf(event);
  if (table === null) return { ...board, last_event_id: event.id };
  const tables = board.tables.map((each) => (each.id === table ? applyToTable(each, event) : each));
  return { tables, last_event_id: event.id };
}

function tableOf({ data }: StoreEvent): string | null {
  if ("order" in data) return data.order.table.id;
  if ("service_call" in data) return data.service_call.table.id;
  return "table" in data ? data.table.id : null;
}

function applyToTable(table: BoardTable, { type, data }: StoreEvent): BoardTable {
  switch (type) {
    case "order.created":
    case "order.updated":
      return { ...table, session: withOrder(table.session, data.order) };
    case "session.opened": {
      const { id, opened_at, guests } = data.session;
      return table.session?.id === id ? table : { ...table, session: { id, opened_at, guests, total: 0, orders: [] } };
    }
    case "session.closed":
      return table.session?.id === data.session.id ? { ...table, session: null } : table;
    case "service_call.created":
      return { ...table, service_calls: upsert(table.service_calls, data.service_call) };
    case "service_call.acknowledged":
      return { ...table, service_calls: table.service_calls.filter(({ id }) => id !== data.service_call.id) };
    case "session.moved":
    case "menu.updated":
    case "store.updated":
      return table;
  }
}

function withOrder(session: BoardSession | null, order: Order): BoardSession | null {
  if (session?.id !== order.session_id) return session;
  const orders = upsert(session.orders, order);
  return { ...session, orders, total: totalOf(orders) };
}
