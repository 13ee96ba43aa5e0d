import type { Order, OrderLine } from "../../shared/api/types";
import { useWords } from "../../shared/words/dictionary";
import { MenuText } from "../MenuText";
import { orderWords } from "../orders/words";
import type { KitchenState } from "./kitchenState";

interface TicketLinesProps {
  order: Order;
  /** Those that are made here. */
  lines: readonly OrderLine[];
  kitchen: KitchenState;
}

export function TicketLines({ order, lines }: TicketLinesProps) {
  const words = useWords(orderWords);
  return (
    <>
      <ul className="ticket__lines">
        {lines.map((line) => (
          <li key={line.id} className="ticket__line">
            <Line line={line} />
          </li>
        ))}
      </ul>
      {order.note !== "" && <p className="ticket__note">{words.request} {order.note}</p>}
      {order.status === "cancelled" && <p className="ticket__reason">{words.cancelledBecause(order.cancel_reason)}</p>}
    </>
  );
}

function Line({ line }: { line: OrderLine }) {
  const words = useWords(orderWords);
  return (
    <>
      <strong className="ticket__quantity">{line.quantity}</strong>
      <span className="ticket__dish">
        <MenuText of={line.name} />
        {line.options.map((option) => (
          <span key={option.id} className="ticket__option"><MenuText of={option.name} /></span>
        ))}
        {line.note !== "" && <span className="ticket__note">{words.request} {line.note}</span>}
      </span>
    </>
  );
}
