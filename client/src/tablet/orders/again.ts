/** An earlier order as lines for the cart. */
import type { Menu, OrderLine } from "../../shared/api/types";
import type { CartLine } from "../cart/lines";
import { unitPrice } from "../cart/pricing";
import { areAllowed, optionsOf } from "../menu/choices";
import { findItem } from "../menu/liveMenu";

/** Null when it cannot be ordered now as it was then. */
export function lineAgain(menu: Menu | null, { menu_item, options, quantity, note }: OrderLine): CartLine | null {
  const item = findItem(menu, menu_item);
  if (item === null || item.status === "sold_out") return null;
  const chosen = options.map(({ id }) => id);
  if (!areAllowed(item, chosen)) return null;
  const offered = optionsOf(item, chosen);
  return {
    menu_item,
    name: item.name,
    options: offered.map(({ id }) => id),
    quantity,
    note,
    unit_price: unitPrice(item, offered),
  };
}
