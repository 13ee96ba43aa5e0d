import type { MenuText, OrderLine } from "../../shared/api/types";
import type { StaffMenu } from "../live/useMenu";

/** A part of the kitchen: where the menu names stations, one of those, else a category. */
export interface Station {
  id: string;
  name: MenuText | string;
  items: ReadonlySet<string>;
}

export function stationsOf(menu: StaffMenu): Station[] {
  const named = menu.categories.some(({ station }) => station !== "");
  const stations = new Map<string, { name: MenuText | string; items: Set<string> }>();
  for (const { id, name, station, items } of menu.categories) {
    const key = named ? station : id;
    if (key === "") continue;
    const known = stations.get(key) ?? { name: named ? station : name, items: new Set<string>() };
    for (const item of items) known.items.add(item.id);
    stations.set(key, known);
  }
  return [...stations].map(([id, station]) => ({ id, ...station }));
}

/** Whether a line is made here. What nobody else makes, such as a dish that left the menu, is everybody's. */
export function madeAt(station: Station | undefined, all: readonly Station[]): (line: OrderLine) => boolean {
  if (station === undefined) return () => true;
  return ({ menu_item }) => station.items.has(menu_item) || !all.some(({ items }) => items.has(menu_item));
}
