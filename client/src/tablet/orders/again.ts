/** An earlier order as lines for the cart. */
import type { Menu, MenuItem, OrderLine } from "../../shared/api/types";
import type { CartLine } from "../cart/lines";
import { unitPrice } from "../cart/pricing";
import { areAllowed, optionsOf } from "../menu/choices";
import { findItem } from "../menu/liveMenu";

/** Null when it cannot be ordered now as it was then. */
export function lineAgain(menu: Menu | null, { menu_item, options, quantity, note }: OrderLine): CartLine | null {
  const item = findItem(menu, menu_item);
  if (item === null || item.status === "sold_out") return null;
  const chosen = options.map(({ name }) => optionNamed(item, name.ko));
  if (chosen.includes(undefined) || !areAllowed(item, chosen as string[])) return null;
  const offered = optionsOf(item, chosen as string[]);
  return {
    menu_item,
    name: item.name,
    options: offered.map(({ id }) => id),
    quantity,
    note,
    unit_price: unitPrice(item, offered),
  };
}

/** An order keeps the names of its options, not their ids. */
function optionNamed(item: MenuItem, korean: string | undefined): string | undefined {
  return item.option_groups.flatMap(({ options }) => options).find(({ name }) => name.ko === korean)?.id;
}
