import { memo } from "react";

import type { Category, MenuItem } from "../../shared/api/types";
import { Name } from "../text";
import { ItemCard } from "./ItemCard";

type OnPick = (item: MenuItem) => void;

/** A category's items; what is sold out comes last. */
export const CategorySection = memo(function CategorySection({ category, onPick }: { category: Category; onPick: OnPick }) {
  const headingId = `category-${category.id}`;
  return (
    <section className="menu__section" data-category={category.id} aria-labelledby={headingId}>
      <h2 id={headingId}><Name of={category.name} /></h2>
      <Items items={inOrder(category.items)} onPick={onPick} />
    </section>
  );
});

export function Items({ items, onPick }: { items: MenuItem[]; onPick: OnPick }) {
  return (
    <ul className="menu__items">
      {items.map((item) => <li key={item.id}><ItemCard item={item} onPick={onPick} /></li>)}
    </ul>
  );
}

export function inOrder(items: readonly MenuItem[]): MenuItem[] {
  const rank = ({ status }: MenuItem) => (status === "sold_out" ? 1 : 0);
  return items.toSorted((one, other) => rank(one) - rank(other));
}
