import "./CategoryRail.css";

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
  return (
    <nav className="rail" aria-label={words.categories}>
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
