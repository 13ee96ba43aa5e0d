import "./CategoryRail.css";

import { useEffect, useRef } from "react";
import { useStore } from "zustand";

import type { Category } from "../../shared/api/types";
import { useWords } from "../../shared/words/dictionary";
import { useTablet } from "../TabletContext";
import { Name } from "../text";
import { menuWords } from "./words";
import { unitsIn } from "../cart/lines";

interface CategoryRailProps {
  categories: Category[];
  current: string | null;
  onChoose: (id: string) => void;
}

export function CategoryRail({ categories, current, onChoose }: CategoryRailProps) {
  const words = useWords(menuWords);
  const { lines } = useStore(useTablet().cart.state);
  const unitsFrom = ({ items }: Category) =>
    unitsIn(lines.filter(({ menu_item }) => items.some(({ id }) => id === menu_item)));
  const rail = useRef<HTMLElement>(null);
  useEffect(() => { if (rail.current) bringIntoSight(rail.current); }, [current]);
  return (
    <nav className="rail" ref={rail} aria-label={words.categories}>
      <ul className="rail__list">
        {categories.map((category) => (
          <li key={category.id}>
            <button
              type="button"
              className="rail__category"
              aria-current={category.id === current ? "true" : undefined}
              onClick={() => { onChoose(category.id); }}
            >
              <Name of={category.name} />
              {unitsFrom(category) > 0 && (
                <span className="rail__dot">
                  <span className="visually-hidden">{words.inCart(unitsFrom(category))}</span>
                </span>
              )}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Scrolls the rail alone, not the page around it. */
function bringIntoSight(rail: HTMLElement): void {
  const row = rail.querySelector<HTMLElement>("[aria-current]")?.parentElement;
  if (!row) return;
  rail.scrollTop = nearest(rail.scrollTop, rail.clientHeight, row.offsetTop - rail.offsetTop, row.offsetHeight);
  rail.scrollLeft = nearest(rail.scrollLeft, rail.clientWidth, row.offsetLeft - rail.offsetLeft, row.offsetWidth);
}

/** The smallest change of scrolling that shows all of the row. */
function nearest(scrolled: number, room: number, start: number, size: number): number {
  return Math.max(Math.min(scrolled, start), start + size - room);
}
