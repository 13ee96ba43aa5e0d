import type { Board, BoardSession, BoardTable, Order, ServiceCall } from "../../shared/api/types";

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

/** The orders to work on, newest first, with those that this person may still want to undo or read about. */
export function queueOf(board: Board, marks: ReadonlyMap<string, unknown>): Order[] {
  const orders = ordersOf(board).filter((order) => isOpen(order) || marks.has(order.id));
  return orders.sort((one, other) => Date.parse(other.created_at) - Date.parse(one.created_at));
}

/** The calls to answer, the longest waiting first. */
export function callsOf(board: Board): ServiceCall[] {
  const calls = board.tables.flatMap((table) => table.service_calls);
  return calls.sort((one, other) => Date.parse(one.created_at) - Date.parse(other.created_at));
}

export function zonesOf(board: Board): string[] {
  return [...new Set(board.tables.map((table) => table.zone).filter((zone) => zone !== ""))];
}

const MINUTE = 60_000;

/** Whole minutes since then; a device whose clock is behind shows none rather than fewer. */
export function minutesSince(iso: string, now: number): number {
  return Math.max(0, Math.floor((now - Date.parse(iso)) / MINUTE));
}

export type Age = "fresh" | "waiting" | "late";

export function ageOf(minutes: number): Age {
  if (minutes >= 10) return "late";
  return minutes >= 5 ? "waiting" : "fresh";
}

export function sessionAt(board: Board, tableId: string): BoardSession | null {
  return board.tables.find(({ id }) => id === tableId)?.session ?? null;
}
