import "./Placed.css";

import { type MouseEvent, useEffect, useEffectEvent, useRef, useState } from "react";

import type { Order } from "../../shared/api/types";
import { Button } from "../../shared/ui/Button";
import { useWords } from "../../shared/words/dictionary";
import { useTablet } from "../TabletContext";
import { Money } from "../text";
import { tabletWords } from "../words";
import { orderingWords } from "./words";

const SHOWN_FOR = 5;

/** The order's number, for five seconds or for as long as the guest likes. */
export default function Placed({ order, onLeave }: { order: Order; onLeave: (view: "menu" | "orders") => void }) {
  const words = useWords(orderingWords);
  const tablet = useWords(tabletWords);
  const { ordering } = useTablet();
  const heading = useRef<HTMLHeadingElement>(null);
  const [isStaying, setIsStaying] = useState(false);
  const leave = (view: "menu" | "orders") => {
    onLeave(view);
    ordering.dismiss();
  };
  const stay = ({ target, currentTarget }: MouseEvent) => {
    const isOnButton = target instanceof Element && target.closest("button") !== null;
    if (!isOnButton && currentTarget.contains(target as Node)) setIsStaying(true);
  };
  useEffect(() => { heading.current?.focus(); }, []);
  const units = order.items.reduce((sum, { quantity }) => sum + quantity, 0);
  return (
    <main className="placed" onClick={stay}>
      <svg className="placed__check" viewBox="0 0 48 48" aria-hidden="true"><path d="M12 25l8 8 16-18" /></svg>
      <h1 ref={heading} tabIndex={-1}>
        {words.placed}
        <span className="visually-hidden">. {words.orderNumber(order.number)}</span>
      </h1>
      <p className="placed__label" aria-hidden="true">{words.number}</p>
      <p className="placed__number" aria-hidden="true">{order.number}</p>
      <p className="placed__total">{tablet.count(units)} · <Money amount={order.total} /></p>
      {isStaying ? <p>{words.staying}</p> : <Countdown onOver={() => { leave("menu"); }} />}
      <div className="placed__actions">
        {!isStaying && <Button onClick={() => { setIsStaying(true); }}>{words.keepLooking}</Button>}
        <Button onClick={() => { leave("orders"); }}>{words.seeOrders}</Button>
        <Button variant="primary" onClick={() => { leave("menu"); }}>{words.toMenu}</Button>
      </div>
    </main>
  );
}

function Countdown({ onOver }: { onOver: () => void }) {
  const words = useWords(orderingWords);
  const [seconds, setSeconds] = useState(SHOWN_FOR);
  const isOver = seconds <= 0;
  const over = useEffectEvent(onOver);
  useEffect(() => {
    const timer = setInterval(() => { setSeconds((left) => left - 1); }, 1000);
    return () => { clearInterval(timer); };
  }, []);
  useEffect(() => {
    if (isOver) over();
  }, [isOver]);
  return (
    <p className="placed__countdown">
      <svg className="placed__ring" viewBox="0 0 40 40" aria-hidden="true"><circle cx="20" cy="20" r="17" pathLength={1} /></svg>
      {words.backIn(seconds)}
    </p>
  );
}
