import type { MenuText } from "../../shared/api/types";
import type { StaffCategory, StaffMenu, StaffMenuItem } from "../live/useMenu";
import { hasText } from "./initials";

function isFound(name: MenuText, search: string): boolean {
  return Object.values(name).some((text) => hasText(text, search));
}

/** The menu's categories with those items that have what was typed in any language. */
export function searchMenu({ categories }: StaffMenu, search: string, isWanted: (item: StaffMenuItem) => boolean): StaffCategory[] {
  const found = categories.map((category) => ({
    ...category,
    items: category.items.filter((item) => isWanted(item) && (search === "" || isFound(item.name, search))),
  }));
  return found.filter(({ items }) => items.length > 0);
}
