import "./CartPanel.css";

import { memo, useId, useRef, useState } from "react";

import type { MenuItem } from "../../shared/api/types";
import { Button } from "../../shared/ui/Button";
import { Dialog } from "../../shared/ui/Dialog";
import { Notice } from "../../shared/ui/Notice";
import { useWords } from "../../shared/words/dictionary";
import { menuWords } from "../menu/words";
import { useCart, useTable, useTablet } from "../TabletContext";
import { Money } from "../text";
import { tabletWords } from "../words";
import { CartLineRow } from "./CartLineRow";
import { type CartLine, lineKey, MOST_LINES, MOST_UNITS } from "./lines";
import { CartFooter } from "./CartFooter";
import { cartWords } from "./words";

export interface CartPanelProps {
  onEdit: (item: MenuItem, line: CartLine) => void;
  /** The last item did not fit any more. */
  isFull: boolean;
}

export const CartPanel = memo(function CartPanel({ onEdit, isFull }: CartPanelProps) {
  const words = useWords(cartWords);
  const menu = useWords(menuWords);
  const tablet = useWords(tabletWords);
  const priced = useCart();
  const headingId = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const isAtLimit = priced.units >= MOST_UNITS || priced.lines.length >= MOST_LINES;
  // The button that removed the line is gone with it.
  const onRemoved = () => { heading.current?.focus(); };
  return (
    <section className="cart" aria-labelledby={headingId}>
      <div className="cart__head">
        <h2 id={headingId} ref={heading} tabIndex={-1}>
          {words.cart} {priced.units > 0 && <span className="cart__count">{tablet.count(priced.units)}</span>}
        </h2>
        {priced.lines.length > 0 && <ClearButton onCleared={onRemoved} />}
      </div>
      {priced.lines.length === 0 ? (
        <div className="cart__empty">
          <Bowl />
          <p>{words.empty}</p>
        </div>
      ) : (
        <ul className="cart__lines">
          {priced.lines.map((line) => (
            <CartLineRow key={lineKey(line.line)} priced={line} onEdit={onEdit} onRemoved={onRemoved} />
          ))}
        </ul>
      )}
      {isFull && isAtLimit && <Notice tone="warning">{menu.full(MOST_LINES, MOST_UNITS)}</Notice>}
      <CartFooter priced={priced} />
      <OrderedSoFar />
    </section>
  );
});

function Bowl() {
  return (
    <svg className="cart__bowl" viewBox="0 0 96 72" aria-hidden="true">
      <path d="M8 32h80a40 32 0 0 1-24 30v6H32v-6A40 32 0 0 1 8 32z" />
      <path d="M36 22c-5-6 5-9 0-16M48 22c-5-6 5-9 0-16M60 22c-5-6 5-9 0-16" />
    </svg>
  );
}

function OrderedSoFar() {
  const words = useWords(cartWords);
  const bill = useTable((state) => state.bill);
  if (!bill || bill.orders.length === 0) return null;
  return <p className="cart__so-far">{words.orderedSoFar} <Money amount={bill.total} /></p>;
}

function ClearButton({ onCleared }: { onCleared: () => void }) {
  const words = useWords(cartWords);
  const { cart } = useTablet();
  const [isAsking, setIsAsking] = useState(false);
  const clear = () => {
    setIsAsking(false);
    cart.clear();
    onCleared();
  };
  return (
    <>
      <Button variant="plain" onClick={() => { setIsAsking(true); }}>{words.clear}</Button>
      <Dialog open={isAsking} title={words.clearQuestion} onClose={() => { setIsAsking(false); }}>
        <div className="actions">
          <Button onClick={() => { setIsAsking(false); }}>{words.keep}</Button>
          <Button variant="danger" onClick={clear}>{words.clear}</Button>
        </div>
      </Dialog>
    </>
  );
}
