import { createContext, type RefObject, useLayoutEffect, useState } from "react";

const USUAL = 3;

/** How many cards stand side by side; the style sheet decides. */
export const ColumnsContext = createContext(USUAL);

/** Follows the first grid of cards in the list. */
export function useColumns(list: RefObject<HTMLElement | null>): number {
  const [columns, setColumns] = useState(USUAL);
  useLayoutEffect(() => {
    const element = list.current;
    if (element === null || typeof ResizeObserver === "undefined") return;
    const count = () => {
      const cards = element.querySelector(".cards");
      if (cards) setColumns(getComputedStyle(cards).gridTemplateColumns.split(" ").length);
    };
    const observer = new ResizeObserver(count);
    observer.observe(element);
    count();
    return () => { observer.disconnect(); };
  }, [list]);
  return columns;
}
