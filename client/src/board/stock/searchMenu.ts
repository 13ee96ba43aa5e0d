import { hasText } from "../../shared/words/search";
import type { StaffCategory, StaffMenu, StaffMenuItem } from "../live/useMenu";

/** The menu's categories with those items that have what was typed in any language. */
export function searchMenu({ categories }: StaffMenu, search: string, isWanted: (item: StaffMenuItem) => boolean): StaffCategory[] {
  const found = categories.map((category) => ({
    ...category,
    items: category.items.filter((item) => isWanted(item) && (search === "" || hasText(item.name, search))),
  }));
  return found.filter(({ items }) => items.length > 0);
}
