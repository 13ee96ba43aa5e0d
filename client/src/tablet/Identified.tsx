import "./Identified.css";

import { useEffect, useRef } from "react";

import { dictionary, useWords } from "../shared/words/dictionary";
import { useRestaurant, useTableNumber, useTablet } from "./TabletContext";

const identifiedWords = dictionary(
  { here: "여기예요", table: (number: number) => `테이블 ${number}` },
  { here: "Here I am", table: (number) => `Table ${number}` },
);

/** Somebody in the back office looks for this tablet: its table, to be read across the room. A touch takes it away. */
export default function Identified() {
  const words = useWords(identifiedWords);
  const number = useTableNumber();
  const store = useRestaurant();
  const { unidentify } = useTablet();
  const shown = useRef<HTMLButtonElement>(null);
  // Above an open dialog too. An older browser has no such layer, and shows it above the page.
  useEffect(() => { (shown.current as { showPopover?: () => void } | null)?.showPopover?.(); }, []);
  return (
    <button ref={shown} type="button" className="identified" popover="manual" onClick={unidentify}>
      <span role="status">
        <span>{words.here}</span>
        <strong>{words.table(number)}</strong>
        <span>{store?.name}</span>
      </span>
    </button>
  );
}
