import "./Header.css";

import { lazy, Suspense, useRef, useState } from "react";

import { Button } from "../shared/ui/Button";
import { LanguageSwitch } from "../shared/ui/LanguageSwitch";
import { useWords } from "../shared/words/dictionary";
import { useRestaurant, useTable, useTablet } from "./TabletContext";
import { Money } from "./text";
import { tabletWords } from "./words";

const CallSheet = lazy(() => import("./calls/CallSheet"));

interface HeaderProps {
  view: "menu" | "orders";
  onView: (view: "menu" | "orders") => void;
  onMove: () => void;
}

export function Header({ view, onView, onMove }: HeaderProps) {
  const words = useWords(tabletWords);
  const bill = useTable((state) => state.bill);
  return (
    <header className="header">
      <TableSign onMove={onMove} />
      {view === "menu" ? (
        <Button onClick={() => { onView("orders"); }}>
          {words.orders}
          {bill !== null && bill.orders.length > 0 && <Money amount={bill.total} />}
        </Button>
      ) : (
        <Button onClick={() => { onView("menu"); }}>{words.toMenu}</Button>
      )}
      <CallButton />
      <LanguageSwitch />
    </header>
  );
}

const TOUCHES = 5;
const TOUCHES_WITHIN = 3000;

/** The table's number; touched five times in a row it lets staff connect another table. */
function TableSign({ onMove }: { onMove: () => void }) {
  const words = useWords(tabletWords);
  const { table } = useTablet();
  const restaurant = useRestaurant();
  const touches = useRef<number[]>([]);
  const touch = () => {
    const now = Date.now();
    touches.current = [...touches.current.filter((time) => now - time < TOUCHES_WITHIN), now];
    if (touches.current.length >= TOUCHES) onMove();
  };
  return (
    <div className="header__table">
      <h1>
        <button type="button" className="header__sign" onClick={touch}>
          {words.table(table.number)}
        </button>
      </h1>
      <span className="header__store">{restaurant?.name}</span>
    </div>
  );
}

function CallButton() {
  const words = useWords(tabletWords);
  const isCalling = useTable(({ calls }) => calls.some((call) => call.acknowledged_at === null));
  const isAnswered = useTable((state) => state.isCallAnswered);
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button onClick={() => { setIsOpen(true); }}>
        {words.callStaff}
        <span role="status" className="header__call">
          {isAnswered ? words.callAnswered : isCalling && words.calling}
        </span>
      </Button>
      <Suspense>
        <CallSheet open={isOpen} onClose={() => { setIsOpen(false); }} />
      </Suspense>
    </>
  );
}
