import type { Schemas } from "../shared/api/types";

type StaffMenuItem = Schemas["StaffMenuItem"];

export function staffItem(changes: Partial<StaffMenuItem> = {}): StaffMenuItem {
  return {
    id: "item-1",
    name: { ko: "김치찌개", en: "Kimchi stew" },
    price: 9000,
    status: "on_sale",
    remaining: null,
    option_groups: [],
    ...changes,
  };
}

/** A menu of one category, which one station makes. */
export function staffMenu(...items: StaffMenuItem[]): Schemas["StaffMenu"] {
  return { version: 1, categories: [{ id: "meals", name: { ko: "식사", en: "Meals" }, station: "주방", items }] };
}
