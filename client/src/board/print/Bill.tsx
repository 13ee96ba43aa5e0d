import type { BoardSession, OrderLine } from "../../shared/api/types";
import { usePaper } from "./usePaper";

/** What the guests take to the counter. */
export function Bill({ table, session }: { table: number; session: BoardSession }) {
  const { words, store, text, money, time, day, language } = usePaper();
  const orders = session.orders.filter(({ status }) => status !== "cancelled");
  return (
    <article className="sheet" lang={language} aria-label={words.bill}>
      <header className="sheet__head sheet__head--bill">
        <p className="sheet__store">{store.name}</p>
        <p className="sheet__kind">{words.bill}</p>
        <p>
          {words.table(table)}
          {session.guests !== null && ` · ${words.guests(session.guests)}`}
        </p>
        <p>{day(session.opened_at)} {time(session.opened_at)}</p>
      </header>
      <ul className="sheet__lines">
        {merged(orders.flatMap(({ items }) => items)).map(({ line, quantity, total }) => (
          <li key={line.id}>
            <p className="sheet__dish">{text(line.name)}</p>
            {line.options.map((option) => (
              <p key={option.id} className="sheet__option">- {text(option.name)}{option.price > 0 && ` +${money(option.price)}`}</p>
            ))}
            <p className="sheet__sum"><span>{money(total / quantity)} × {quantity}</span><span>{money(total)}</span></p>
          </li>
        ))}
      </ul>
      <p className="sheet__sum sheet__total"><span>{words.total}</span><span>{money(session.total)}</span></p>
      <p className="sheet__thanks">{words.orders(orders.length)} · {words.thanks}</p>
    </article>
  );
}

interface Merged {
  line: OrderLine;
  quantity: number;
  total: number;
}

/** The same dish with the same options at the same price is one line, however often it was ordered. */
function merged(lines: readonly OrderLine[]): Merged[] {
  const found = new Map<string, Merged>();
  for (const line of lines) {
    const key = JSON.stringify([line.menu_item, line.unit_price, line.options.map(({ id, price }) => [id, price])]);
    const known = found.get(key) ?? { line, quantity: 0, total: 0 };
    found.set(key, { ...known, quantity: known.quantity + line.quantity, total: known.total + line.line_total });
  }
  return [...found.values()];
}
