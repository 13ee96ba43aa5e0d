import "./TableSign.css";

import { lazy, type ReactNode, Suspense, useRef, useState } from "react";

import { useWords } from "../shared/words/dictionary";
import { PARTS } from "./parts";
import { useTableNumber } from "./TabletContext";
import { tabletWords } from "./words";

const StaffMenu = lazy(PARTS.staff);

const TOUCHES = 5;
const TOUCHES_WITHIN = 3000;
const HELD_FOR = 3000;

/** The table's number; touched five times in a row, or held, it asks for the PIN and opens the staff's menu. */
export function TableSign({ onMove, children }: { onMove: () => void; children?: ReactNode }) {
  const words = useWords(tabletWords);
  const number = useTableNumber();
  const [isOpen, setIsOpen] = useState(false);
  const touches = useRef<number[]>([]);
  const hold = useRef<ReturnType<typeof setTimeout>>(undefined);
  const open = () => {
    touches.current = [];
    setIsOpen(true);
  };
  const touch = () => {
    const now = Date.now();
    touches.current = [...touches.current.filter((time) => now - time < TOUCHES_WITHIN), now];
    if (touches.current.length >= TOUCHES) open();
  };
  const release = () => { clearTimeout(hold.current); };
  return (
    <div className="table-sign">
      <h1>
        <button
          type="button"
          className="table-sign__button"
          onClick={touch}
          onPointerDown={() => { hold.current = setTimeout(open, HELD_FOR); }}
          onPointerUp={release}
          onPointerLeave={release}
          onContextMenu={(event) => { event.preventDefault(); }}
        >
          {words.table(number)}
        </button>
      </h1>
      {children}
      {isOpen && (
        <Suspense>
          <StaffMenu onMove={onMove} onClose={() => { setIsOpen(false); }} />
        </Suspense>
      )}
    </div>
  );
}
