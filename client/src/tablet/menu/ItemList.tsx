import type { Category, MenuItem } from "../../shared/api/types";
import { Name } from "../text";
import { ItemCard } from "./ItemCard";

/** A category's items; what is sold out comes last. */
export function ItemList({ category, onPick }: { category: Category; onPick: (item: MenuItem) => void }) {
  const rank = ({ status }: MenuItem) => (status === "sold_out" ? 1 : 0);
  const items = category.items.toSorted((one, other) => rank(one) - rank(other));
  return (
    <>
      <h2><Name of={category.name} /></h2>
      <ul className="menu__items">
        {items.map((item) => (
          <li key={item.id}>
            <ItemCard item={item} onPick={() => { onPick(item); }} />
          </li>
        ))}
      </ul>
    </>
  );
}
