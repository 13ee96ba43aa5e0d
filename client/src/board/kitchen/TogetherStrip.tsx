import "./TogetherStrip.css";

import { useWords } from "../../shared/words/dictionary";
import { MenuText } from "../MenuText";
import { type Ticket, togetherOf } from "./tickets";
import { kitchenWords } from "./words";

/** As many as a glance takes in. */
const SHOWN = 14;

/** What one pan can make at once. */
export function TogetherStrip({ tickets }: { tickets: readonly Ticket[] }) {
  const words = useWords(kitchenWords);
  const dishes = togetherOf(tickets);
  if (dishes.length === 0) return null;
  return (
    <section className="together" aria-label={words.together}>
      <ul className="together__dishes">
        {dishes.slice(0, SHOWN).map(({ key, name, quantity }) => (
          <li key={key} className="together__dish">
            <MenuText of={name} /> <strong>{quantity}</strong>
          </li>
        ))}
        {dishes.length > SHOWN && <li className="together__dish">{words.moreDishes(dishes.length - SHOWN)}</li>}
      </ul>
    </section>
  );
}
