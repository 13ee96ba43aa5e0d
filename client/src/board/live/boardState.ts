import type { Board, BoardSession, BoardTable, Order, ServiceCall } from "../../shared/api/types";
import type { Shown } from "../device";

export type TableState = "empty" | "occupied" | "calling";

export function stateOf(table: BoardTable): TableState {
  if (table.service_calls.length > 0) return "calling";
  return table.session === null ? "empty" : "occupied";
}

export function isOpen({ status }: Order): boolean {
  return status === "pending" || status === "preparing";
}

export function ordersOf(board: Board): Order[] {
  return board.tables.flatMap((table) => table.session?.orders ?? []);
}

export function pendingCount(board: Board): number {
  return ordersOf(board).filter((order) => order.status === "pending").length;
}

/** What somebody looks for: a part of the house, a kind of order, a number. */
export interface Sight {
  zone: string | null;
  shown: Shown;
  search: string;
}

/** The tables in sight, by number. A number that was looked for is a table's, or an order's at it. */
export function tablesIn(board: Board, { zone, search }: Pick<Sight, "zone" | "search">): BoardTable[] {
  return board.tables.filter((table) => {
    if (search !== "") return String(table.number) === search || (table.session?.orders ?? []).some(isNumber(search));
    return zone === null || table.zone === zone;
  });
}

function isNumber(search: string): (order: Order) => boolean {
  return (order) => String(order.number) === search;
}

/** The orders in sight, newest first, with those that this person may still want to undo or read about. */
export function queueOf(board: Board, sight: Sight, marks: ReadonlyMap<string, unknown>): Order[] {
  const orders = tablesIn(board, sight).flatMap((table) => table.session?.orders ?? []);
  const chosen = orders.filter((order) => matches(order, sight, board) || marks.has(order.id));
  return chosen.sort((one, other) => Date.parse(other.created_at) - Date.parse(one.created_at));
}

function matches(order: Order, { shown, search }: Sight, board: Board): boolean {
  if (search !== "") {
    const wanted = isNumber(search);
    return wanted(order) || (String(order.table.number) === search && (isOpen(order) || !ordersOf(board).some(wanted)));
  }
  if (shown === "open") return isOpen(order);
  return shown === order.status;
}

/** The orders that nobody has started and that this sight leaves out. */
export function hiddenNewOrders(board: Board, sight: Sight): number {
  if (sight.search !== "") return 0;
  const inSight = new Set(queueOf(board, sight, new Map()).map(({ id }) => id));
  return ordersOf(board).filter(({ id, status }) => status === "pending" && !inSight.has(id)).length;
}

/** The calls to answer, the longest waiting first. */
export function callsOf(tables: readonly BoardTable[]): ServiceCall[] {
  const calls = tables.flatMap((table) => table.service_calls);
  return calls.sort((one, other) => Date.parse(one.created_at) - Date.parse(other.created_at));
}

export function zonesOf(board: Board): string[] {
  return [...new Set(board.tables.map((table) => table.zone).filter((zone) => zone !== ""))];
}

export function sessionAt(board: Board, tableId: string): BoardSession | null {
  return board.tables.find(({ id }) => id === tableId)?.session ?? null;
}
