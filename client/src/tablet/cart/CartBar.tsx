import { memo, useState } from "react";

import { useWords } from "../../shared/words/dictionary";
import { Sheet } from "../Sheet";
import { useCart } from "../TabletContext";
import { Money } from "../text";
import { tabletWords } from "../words";
import { CartPanel, type CartPanelProps } from "./CartPanel";
import { cartWords } from "./words";

/** Stands for the cart where there is no room for it beside the menu. */
export const CartBar = memo(function CartBar(panel: CartPanelProps) {
  const words = useWords(cartWords);
  const tablet = useWords(tabletWords);
  const { units, total } = useCart();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <div className="cart-bar">
      <button type="button" className="cart-bar__button" onClick={() => { setIsOpen(true); }}>
        <span>{words.cart} <span className="cart-bar__count">{tablet.count(units)}</span></span>
        <Money amount={total} />
      </button>
      <Sheet open={isOpen} title={<span className="visually-hidden">{words.cart}</span>} onClose={() => { setIsOpen(false); }}>
        <CartPanel {...panel} />
      </Sheet>
    </div>
  );
});
