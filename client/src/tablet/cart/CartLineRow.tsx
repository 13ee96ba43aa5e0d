import type { MenuItem } from "../../shared/api/types";
import { Button } from "../../shared/ui/Button";
import { Notice } from "../../shared/ui/Notice";
import { Stepper } from "../../shared/ui/Stepper";
import { useWords } from "../../shared/words/dictionary";
import { useTablet } from "../TabletContext";
import { Money, Name, useMenuText } from "../text";
import { LineDetails } from "./LineDetails";
import { type CartLine, lineKey, MOST_UNITS, unitsIn } from "./lines";
import type { LineFault, PricedLine } from "./pricing";
import { type CartWords, cartWords } from "./words";

interface CartLineRowProps {
  priced: PricedLine;
  onEdit: (item: MenuItem, line: CartLine) => void;
  onRemoved: () => void;
}

export function CartLineRow({ priced, onEdit, onRemoved }: CartLineRowProps) {
  const words = useWords(cartWords);
  const { cart } = useTablet();
  const { line, item, total, fault } = priced;
  const { text } = useMenuText()(line.name);
  const room = MOST_UNITS - unitsIn(cart.state.getState().lines);
  const remove = () => {
    cart.remove(lineKey(line));
    onRemoved();
  };
  return (
    <li className={fault ? "line line--fault" : "line"}>
      {item ? (
        <button type="button" className="line__item" aria-label={words.edit(text)} onClick={() => { onEdit(item, line); }}>
          <LineDetails priced={priced} />
        </button>
      ) : (
        <Name className="line__item" of={line.name} />
      )}
      {fault && <Notice tone="warning">{faultText(fault, words)}</Notice>}
      <div className="line__foot">
        {fault && fault.kind !== "short" ? (
          <Button aria-label={words.remove(text)} onClick={remove}>{words.takeOut}</Button>
        ) : (
          <Stepper
            label={text}
            value={line.quantity}
            min={1}
            max={line.quantity + room}
            onChange={(quantity) => { cart.change(lineKey(line), { ...line, quantity }); }}
            onRemove={remove}
          />
        )}
        <strong key={line.quantity} className="cart__bump"><Money amount={total} /></strong>
      </div>
    </li>
  );
}

function faultText(fault: LineFault, words: CartWords): string {
  switch (fault.kind) {
    case "gone":
      return words.gone;
    case "sold_out":
      return words.soldOut;
    case "options":
      return words.optionsChanged;
    case "short":
      return words.short(fault.remaining);
  }
}
