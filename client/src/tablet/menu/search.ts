import type { Category, MenuItem } from "../../shared/api/types";
import { hasText } from "../../shared/words/search";

/** The dishes that have what a guest types, in any language of the menu; each once. */
export function findDishes(categories: readonly Category[], query: string): MenuItem[] {
  const found = new Map<string, MenuItem>();
  for (const item of categories.flatMap(({ items }) => items)) {
    if (hasText(item.name, query)) found.set(item.id, item);
  }
  return [...found.values()];
}
