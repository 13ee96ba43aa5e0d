import "./ItemList.css";

import { type CSSProperties, memo, use } from "react";

import type { Category, MenuItem } from "../../shared/api/types";
import { Name } from "../text";
import { ItemCard } from "./ItemCard";
import { ColumnsContext } from "./useColumns";
import { useNear } from "./useNear";

type OnPick = (item: MenuItem) => void;

interface CategorySectionProps {
  category: Category;
  /** At the top of the list. */
  isFirst: boolean;
  onPick: OnPick;
}

/** A category's items; what is sold out comes last. */
export const CategorySection = memo(function CategorySection({ category, isFirst, onPick }: CategorySectionProps) {
  const headingId = `category-${category.id}`;
  return (
    <section className="menu__section" data-category={category.id} aria-labelledby={headingId}>
      <h2 id={headingId}><Name of={category.name} /></h2>
      <Items items={inOrder(category.items)} isFirst={isFirst} onPick={onPick} />
    </section>
  );
});

/** How many rows are filled at a time. */
const ROWS = 3;

/** Menus have hundreds of dishes: what is far out of sight is only a gap, and so costs no touch anything. */
export function Items({ items, isFirst, onPick }: { items: MenuItem[]; isFirst: boolean; onPick: OnPick }) {
  const columns = use(ColumnsContext);
  const size = columns * ROWS;
  const starts = Array.from({ length: Math.ceil(items.length / size) }, (_, part) => part * size);
  return (
    <div className="items" role="list">
      {starts.map((start) => (
        <Part
          key={start / size}
          items={items.slice(start, start + size)}
          columns={columns}
          isInSight={isFirst && start === 0}
          onPick={onPick}
        />
      ))}
    </div>
  );
}

interface PartProps {
  items: MenuItem[];
  columns: number;
  isInSight: boolean;
  onPick: OnPick;
}

function Part({ items, columns, isInSight, onPick }: PartProps) {
  const { part, isNear, height } = useNear(isInSight);
  const rows = Math.ceil(items.length / columns);
  const style: CSSProperties & { "--rows": number } = { "--rows": rows, blockSize: isNear ? undefined : (height ?? undefined) };
  return (
    <div ref={part} className="cards" style={style}>
      {isNear && items.map((item) => <div key={item.id} role="listitem"><ItemCard item={item} onPick={onPick} /></div>)}
    </div>
  );
}

export function inOrder(items: readonly MenuItem[]): MenuItem[] {
  const rank = ({ status }: MenuItem) => (status === "sold_out" ? 1 : 0);
  return items.toSorted((one, other) => rank(one) - rank(other));
}
