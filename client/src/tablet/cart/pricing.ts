import type { Menu, MenuItem, Option } from "../../shared/api/types";
import { areAllowed, optionsOf } from "../menu/choices";
import { findItem } from "../menu/liveMenu";
import { type CartLine, unitsIn } from "./lines";

/** Why a line cannot be ordered as it stands. */
export type LineFault =
  | { kind: "gone" }
  | { kind: "sold_out" }
  | { kind: "options" }
  | { kind: "short"; remaining: number }
  | { kind: "price"; before: number; after: number };

export interface PricedLine {
  line: CartLine;
  item: MenuItem | null;
  options: Option[];
  total: number;
  fault: LineFault | null;
}

export interface PricedCart {
  lines: PricedLine[];
  units: number;
  total: number;
  canBeOrdered: boolean;
}

/** The cart against the menu as it is now. */
export function priceCart(menu: Menu | null, lines: readonly CartLine[]): PricedCart {
  const priced = lines.map((line) => priceLine(menu, lines, line));
  return {
    lines: priced,
    units: unitsIn(lines),
    total: priced.reduce((sum, { total }) => sum + total, 0),
    canBeOrdered: priced.length > 0 && priced.every(({ fault }) => fault === null),
  };
}

export function unitPrice(item: MenuItem, options: readonly Option[]): number {
  return options.reduce((sum, { price }) => sum + price, item.price);
}

function priceLine(menu: Menu | null, lines: readonly CartLine[], line: CartLine): PricedLine {
  const item = findItem(menu, line.menu_item);
  if (item === null) return { line, item, options: [], total: 0, fault: { kind: "gone" } };
  const options = optionsOf(item, line.options);
  return { line, item, options, total: unitPrice(item, options) * line.quantity, fault: faultOf(item, lines, line) };
}

function faultOf(item: MenuItem, lines: readonly CartLine[], line: CartLine): LineFault | null {
  if (item.status === "sold_out") return { kind: "sold_out" };
  if (!areAllowed(item, line.options)) return { kind: "options" };
  const left = leftFor(item, lines, line);
  if (left !== null && line.quantity > left) return { kind: "short", remaining: Math.max(left, 0) };
  const after = unitPrice(item, optionsOf(item, line.options));
  return after === line.unit_price ? null : { kind: "price", before: line.unit_price, after };
}

/** How many of the item this line may hold beside the other ones; null when nobody counts them. */
export function leftFor(item: MenuItem, lines: readonly CartLine[], line: CartLine): number | null {
  if (item.remaining === null) return null;
  return item.remaining - unitsIn(lines.filter((each) => each !== line && each.menu_item === item.id));
}
