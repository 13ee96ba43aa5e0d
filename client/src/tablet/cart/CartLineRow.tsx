import type { MenuItem } from "../../shared/api/types";
import { Stepper } from "../../shared/ui/Stepper";
import { useWords } from "../../shared/words/dictionary";
import { Icon } from "../Icon";
import { useTablet } from "../TabletContext";
import { Money, Name, useMenuText } from "../text";
import { LineDetails } from "./LineDetails";
import { LineTrouble } from "./LineTrouble";
import { type CartLine, lineKey, MOST_UNITS, unitsIn } from "./lines";
import { leftFor, type PricedLine } from "./pricing";
import { cartWords } from "./words";

interface CartLineRowProps {
  priced: PricedLine;
  onEdit: (item: MenuItem, line: CartLine) => void;
  onRemoved: () => void;
}

export function CartLineRow({ priced, onEdit, onRemoved }: CartLineRowProps) {
  const words = useWords(cartWords);
  const { cart } = useTablet();
  const { line, item, fault } = priced;
  const { text } = useMenuText()(line.name);
  const remove = () => {
    cart.remove(lineKey(line));
    onRemoved();
  };
  return (
    <li className={fault ? "line line--fault" : "line"}>
      {item && fault?.kind !== "sold_out" ? (
        <button type="button" className="line__item" aria-label={words.edit(text)} onClick={() => { onEdit(item, line); }}>
          <span><LineDetails priced={priced} /></span>
          <Icon of="edit" />
        </button>
      ) : (
        <span className="line__item"><Name className="line__name" of={line.name} /></span>
      )}
      {fault ? (
        <LineTrouble priced={priced} fault={fault} onRemove={remove} />
      ) : (
        <Quantity priced={priced} onRemove={remove} />
      )}
    </li>
  );
}

function Quantity({ priced: { line, item, total }, onRemove }: { priced: PricedLine; onRemove: () => void }) {
  const words = useWords(cartWords);
  const { cart } = useTablet();
  const { text } = useMenuText()(line.name);
  const { lines } = cart.state.getState();
  const most = line.quantity + MOST_UNITS - unitsIn(lines);
  const left = item && leftFor(item, lines, line);
  const max = Math.min(most, left ?? most);
  return (
    <>
      <div className="line__foot">
        <Stepper
          label={text}
          value={line.quantity}
          min={1}
          max={max}
          onChange={(quantity) => { cart.change(lineKey(line), { ...line, quantity }); }}
          onRemove={onRemove}
        />
        <strong key={line.quantity} className="cart__bump"><Money amount={total} /></strong>
      </div>
      {line.quantity >= max && (
        <p className="line__limit" role="status">{left === max ? words.short(max) : words.mostUnits(MOST_UNITS)}</p>
      )}
    </>
  );
}
