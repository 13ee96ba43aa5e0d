import "./TicketLines.css";

import type { Order, OrderLine } from "../../shared/api/types";
import { useWords } from "../../shared/words/dictionary";
import { Fault } from "../Fault";
import { isOpen } from "../live/boardState";
import { MenuText } from "../MenuText";
import { orderWords } from "../orders/words";
import type { KitchenState } from "./kitchenState";
import { useTicks } from "./useTicks";

interface TicketLinesProps {
  order: Order;
  /** Those that are made here. */
  lines: readonly OrderLine[];
  kitchen: KitchenState;
}

export function TicketLines({ order, lines, kitchen }: TicketLinesProps) {
  const words = useWords(orderWords);
  return (
    <>
      <ul className="ticket__lines">
        {lines.map((line) => (
          <li key={line.id} className="ticket__line">
            {isOpen(order) ? <Tickable order={order} line={line} kitchen={kitchen} /> : <p className="ticket__dishes"><Line line={line} /></p>}
          </li>
        ))}
      </ul>
      {order.note !== "" && <p className="ticket__note">{words.request} {order.note}</p>}
      {order.status === "cancelled" && <p className="ticket__reason">{words.cancelledBecause(order.cancel_reason)}</p>}
    </>
  );
}

function Tickable({ order, line, kitchen }: { order: Order; line: OrderLine; kitchen: KitchenState }) {
  const ticks = useTicks(order);
  const isDone = line.done_at !== null;
  const press = async () => {
    if (!(await ticks.run({ lineIds: [line.id], done: !isDone }))) return;
    if (isDone) kitchen.forget(line.id);
    else kitchen.record(order, line.id);
  };
  return (
    <>
      <button type="button" className="ticket__dishes" aria-pressed={isDone} aria-disabled={ticks.working} onClick={() => void press()}>
        <Line line={line} />
        <span className="ticket__tick" aria-hidden="true">{isDone ? "✓" : ""}</span>
      </button>
      <Fault error={ticks.error} />
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
