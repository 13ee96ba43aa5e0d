import { lazy, Suspense, useEffect, useId, useState } from "react";

import type { MenuItem } from "../../shared/api/types";
import { Button } from "../../shared/ui/Button";
import { useWords } from "../../shared/words/dictionary";
import { PARTS } from "../parts";
import { useStop } from "../stop";
import { useTablet } from "../TabletContext";
import { Money, useMoney } from "../text";
import { tabletWords } from "../words";
import type { PricedCart } from "./pricing";
import { cartWords } from "./words";

const AlcoholQuestion = lazy(PARTS.alcohol);

export function CartFooter({ priced }: { priced: PricedCart }) {
  const words = useWords(cartWords);
  const tablet = useWords(tabletWords);
  const { order, asked, setAsked, ofAge } = useOrder(priced);
  const reasonId = useId();
  const reason = useReason(priced);
  return (
    <div className="cart__footer">
      {reason !== null && <p id={reasonId} className="cart__reason">{reason}</p>}
      <p className="cart__total">
        <span>{tablet.total}</span>
        <strong key={priced.total} className="cart__bump"><Money amount={priced.total} /></strong>
      </p>
      <SpokenTotal total={priced.total} />
      <Button
        variant="primary"
        disabled={reason !== null}
        aria-describedby={reason === null ? undefined : reasonId}
        onClick={order}
      >
        {words.order}
      </Button>
      <Suspense><AlcoholQuestion item={asked} onYes={ofAge} onNo={() => { setAsked(null); }} /></Suspense>
    </div>
  );
}

/** To the order's question; by way of the guest's age where alcohol came into the cart while nobody asked. */
function useOrder({ lines }: PricedCart) {
  const { ordering, preferences } = useTablet();
  const [asked, setAsked] = useState<MenuItem | null>(null);
  const order = () => {
    const alcohol = lines.find(({ item }) => item?.dietary.includes("alcohol"))?.item;
    if (alcohol && !preferences.state.getState().adult) setAsked(alcohol);
    else ordering.confirm();
  };
  const ofAge = () => {
    setAsked(null);
    preferences.change({ adult: true });
    ordering.confirm();
  };
  return { order, asked, setAsked, ofAge };
}

/** Why nothing can be ordered now; null when it can. */
function useReason(priced: PricedCart): string | null {
  const words = useWords(cartWords);
  const stop = useStop();
  if (stop) return priced.lines.length > 0 ? words.kept(stop.text) : stop.text;
  if (priced.lines.length === 0) return words.orderEmpty;
  return priced.canBeOrdered ? null : words.blocked;
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
