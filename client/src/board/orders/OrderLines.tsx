import type { Order, OrderLine } from "../../shared/api/types";
import { useWords } from "../../shared/words/dictionary";
import { MenuText } from "../MenuText";
import { orderWords } from "./words";

export function OrderLines({ order }: { order: Order }) {
  const words = useWords(orderWords);
  return (
    <>
      {order.placed_by === "staff" && <p className="order__by">{words.byStaff}</p>}
      <ul className="order__lines">
        {order.items.map((line) => (
          <li key={line.id} className="order__line">
            <strong className="order__quantity">{line.quantity}×</strong>
            <div>
              <p className="order__dish"><MenuText of={line.name} /></p>
              <Options line={line} />
              <Note text={line.note} />
            </div>
          </li>
        ))}
      </ul>
      <Note text={order.note} />
      {order.status === "cancelled" && <p className="order__reason">{words.cancelledBecause(order.cancel_reason)}</p>}
    </>
  );
}

function Options({ line }: { line: OrderLine }) {
  if (line.options.length === 0) return null;
  return (
    <ul className="order__options">
      {line.options.map((option) => (
        <li key={option.id}><MenuText of={option.name} /></li>
      ))}
    </ul>
  );
}

function Note({ text }: { text: string }) {
  const words = useWords(orderWords);
  if (text === "") return null;
  return (
    <p className="order__note">
      <strong>{words.request}</strong> {text}
    </p>
  );
}
