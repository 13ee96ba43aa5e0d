import { useEffect, useState } from "react";

import { Button } from "../../shared/ui/Button";
import { useWords } from "../../shared/words/dictionary";
import { useRestaurant, useTablet } from "../TabletContext";
import { Money, useMoney } from "../text";
import { tabletWords } from "../words";
import type { PricedCart } from "./pricing";
import { cartWords } from "./words";

export function CartFooter({ priced }: { priced: PricedCart }) {
  const words = useWords(cartWords);
  const tablet = useWords(tabletWords);
  const { ordering } = useTablet();
  const isPaused = useRestaurant()?.accepting_orders === false;
  const isBlocked = priced.lines.some(({ fault }) => fault !== null);
  return (
    <div className="cart__footer">
      {isBlocked && <p className="cart__blocked">{words.blocked}</p>}
      <p className="cart__total">
        <span>{tablet.total}</span>
        <strong key={priced.total} className="cart__bump"><Money amount={priced.total} /></strong>
      </p>
      <SpokenTotal total={priced.total} />
      <Button variant="primary" disabled={!priced.canBeOrdered || isPaused} onClick={ordering.confirm}>
        {words.order}
      </Button>
    </div>
  );
}

const QUIET = 500;

/** Read out once the guest has stopped pressing. */
function SpokenTotal({ total }: { total: number }) {
  const words = useWords(cartWords);
  const money = useMoney();
  const [spoken, setSpoken] = useState(total);
  useEffect(() => {
    const timer = setTimeout(() => { setSpoken(total); }, QUIET);
    return () => { clearTimeout(timer); };
  }, [total]);
  return <p className="visually-hidden" aria-live="polite">{words.totalIs(money(spoken))}</p>;
}
