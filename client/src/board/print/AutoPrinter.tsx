import { useEffect } from "react";

import type { Board } from "../../shared/api/types";
import { useBoardContext } from "../context";
import { useSettings } from "../device";
import { isOpen } from "../live/boardState";
import { useBoard } from "../live/useBoard";
import type { Sheet } from "./printing";

/** An order that has waited longer than this was dealt with in another way. */
const TOO_OLD = 30 * 60_000;

/** Prints each new order once, also one that came while the connection was away. */
export function AutoPrinter() {
  const { printing } = useBoardContext();
  const { autoPrint } = useSettings();
  const board = useBoard();
  useEffect(() => {
    if (!autoPrint || board === undefined) return;
    const tickets = ticketsOf(board);
    const fresh = printing.claim(tickets.map(({ order }) => order.id));
    for (const ticket of tickets) if (fresh.has(ticket.order.id)) printing.print(ticket);
  }, [autoPrint, board, printing]);
  return null;
}

function ticketsOf(board: Board): Extract<Sheet, { kind: "ticket" }>[] {
  const tickets = board.tables.flatMap(({ session }) =>
    (session?.orders ?? []).map((order, place) => ({ kind: "ticket" as const, order, isMore: place > 0 })),
  );
  const isDue = ({ order }: (typeof tickets)[number]) => isOpen(order) && Date.now() - Date.parse(order.created_at) < TOO_OLD;
  return tickets.filter(isDue).sort((one, other) => one.order.number - other.order.number);
}
