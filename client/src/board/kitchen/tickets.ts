import type { Board, MenuText, Order, OrderLine } from "../../shared/api/types";
import { isOpen } from "../live/boardState";

export interface Ticket {
  order: Order;
  /** Those that are made here. */
  lines: OrderLine[];
  /** The same guests have ordered before. */
  isMore: boolean;
}

/** A cancellation that nobody has touched after so long was not meant for those who cook now. */
const CANCELLED_FOR = 30 * 60_000;

/** What the kitchen has before it, the oldest first. What was cancelled stays until somebody has touched it. */
export function ticketsOf(board: Board, acknowledged: ReadonlySet<string>, now: number, isMadeHere: (line: OrderLine) => boolean): Ticket[] {
  const isWaiting = ({ order, lines }: Pick<Ticket, "order" | "lines">) =>
    lines.length > 0 && (isOpen(order) ? !isDoneHere(order, lines) : isJustCancelled(order, now) && !acknowledged.has(order.id));
  const tickets = board.tables.flatMap(({ session }) =>
    (session?.orders ?? []).map((order, place) => ({ order, lines: order.items.filter(isMadeHere), isMore: place > 0 })).filter(isWaiting),
  );
  return tickets.sort((one, other) => Date.parse(one.order.created_at) - Date.parse(other.order.created_at));
}

/** A station that has made its part is done with an order that others still work on. */
function isDoneHere(order: Order, lines: readonly OrderLine[]): boolean {
  return lines.length < order.items.length && lines.every(({ done_at }) => done_at !== null);
}

function isJustCancelled({ status, cancelled_at }: Order, now: number): boolean {
  return status === "cancelled" && cancelled_at !== null && now - Date.parse(cancelled_at) < CANCELLED_FOR;
}

export interface Together {
  key: string;
  name: MenuText;
  quantity: number;
}

/** How much of each dish is still to be made, over all tickets, the most first. */
export function togetherOf(tickets: readonly Ticket[]): Together[] {
  const dishes = new Map<string, Together>();
  for (const { order, lines } of tickets) {
    if (!isOpen(order)) continue;
    for (const line of lines.filter(({ done_at }) => done_at === null)) {
      const key = line.menu_item;
      dishes.set(key, { key, name: line.name, quantity: (dishes.get(key)?.quantity ?? 0) + line.quantity });
    }
  }
  return [...dishes.values()].sort((one, other) => other.quantity - one.quantity);
}
