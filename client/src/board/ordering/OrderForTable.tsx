import "./ordering.css";

import { useState } from "react";

import type { BoardTable } from "../../shared/api/types";
import { Button } from "../../shared/ui/Button";
import { Stepper } from "../../shared/ui/Stepper";
import { useWords } from "../../shared/words/dictionary";
import { Fault } from "../Fault";
import { MenuText } from "../MenuText";
import { Money } from "../Money";
import { MenuSearch } from "../stock/MenuSearch";
import { stockWords } from "../stock/words";
import { boardWords } from "../words";
import { added, type CartLine, priceOf, totalOf } from "./cart";
import { ItemRow } from "./ItemRow";
import { useOrdering } from "./useOrdering";
import { orderingWords } from "./words";

const MOST = 99;

/** Staff order for guests who would rather speak. */
export function OrderForTable({ table, onPlaced }: { table: BoardTable; onPlaced: () => void }) {
  const words = { ...useWords(boardWords), ...useWords(stockWords), ...useWords(orderingWords) };
  const [cart, setCart] = useState<CartLine[]>([]);
  const order = useOrdering(table, onPlaced);
  const change = (key: string, quantity: number) => {
    setCart(cart.flatMap((line) => (line.key !== key ? [line] : quantity > 0 ? [{ ...line, quantity }] : [])));
  };
  return (
    <>
      <MenuSearch isWanted={({ status }) => status !== "hidden"} rowClass="pick">
        {(item) => <ItemRow item={item} onAdd={(line) => { setCart(added(cart, line)); }} />}
      </MenuSearch>
      <section className="entry" aria-label={words.chosen}>
        <ul className="entry__lines">
          {cart.map((line) => <li key={line.key} className="entry__line"><Line line={line} onChange={change} /></li>)}
        </ul>
        <Fault error={order.error} />
        <Button variant="primary" disabled={order.working || cart.length === 0} onClick={() => void order.place(cart)}>
          {order.working ? words.working : cart.length === 0 ? words.nothingChosen : <>{words.place} · <Money amount={totalOf(cart)} /></>}
        </Button>
      </section>
    </>
  );
}

function Line({ line, onChange }: { line: CartLine; onChange: (key: string, quantity: number) => void }) {
  const words = useWords(orderingWords);
  const change = (quantity: number) => { onChange(line.key, quantity); };
  return (
    <>
      <p className="entry__name">
        <MenuText of={line.item.name} /> <Money amount={priceOf(line)} />
        <span className="order__options">{line.options.map(({ id, name }) => <MenuText key={id} of={name} />)}</span>
      </p>
      <Stepper label={words.quantity} value={line.quantity} min={1} max={MOST} onChange={change} onRemove={() => { change(0); }} />
    </>
  );
}
