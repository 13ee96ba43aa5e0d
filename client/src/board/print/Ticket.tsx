import type { Order } from "../../shared/api/types";
import { usePaper } from "./usePaper";

/** What the kitchen hangs up. */
export function Ticket({ order, isMore }: { order: Order; isMore: boolean }) {
  const { words, text, time, language } = usePaper();
  const facts = [words.number(order.number), time(order.created_at), order.placed_by === "staff" && words.byStaff];
  return (
    <article className="sheet" lang={language} aria-label={words.ticket}>
      <header className="sheet__head">
        <p className="sheet__kind">{words.ticket}{isMore && <strong className="sheet__more">{words.more}</strong>}</p>
        <p className="sheet__table">{words.table(order.table.number)}</p>
        <p>{facts.filter(Boolean).join(" · ")}</p>
      </header>
      {order.status === "cancelled" && <p className="sheet__cancelled">{words.cancelled(order.cancel_reason)}</p>}
      <ul className="sheet__lines">
        {order.items.map((line) => (
          <li key={line.id} className="sheet__line">
            <strong className="sheet__quantity">{line.quantity}</strong>
            <div>
              <p className="sheet__dish">{text(line.name)}</p>
              {line.options.map((option) => <p key={option.id}>- {text(option.name)}</p>)}
              {line.note !== "" && <p className="sheet__note">{words.request}: {line.note}</p>}
            </div>
          </li>
        ))}
      </ul>
      {order.note !== "" && <p className="sheet__note">{words.request}: {order.note}</p>}
    </article>
  );
}
