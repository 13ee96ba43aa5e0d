import type { OptionGroup, Schemas } from "../../shared/api/types";
import type { StaffMenuItem } from "../live/useMenu";

/** A line that staff enter for a table. */
export interface CartLine {
  key: string;
  item: StaffMenuItem;
  options: readonly OptionGroup["options"][number][];
  quantity: number;
}

export function lineOf(item: StaffMenuItem, optionIds: readonly string[]): CartLine {
  const options = item.option_groups.flatMap((group) => group.options).filter(({ id }) => optionIds.includes(id));
  return { key: [item.id, ...options.map(({ id }) => id).sort()].join(), item, options, quantity: 1 };
}

/** The same dish with the same options again is one more of it. */
export function added(cart: readonly CartLine[], line: CartLine): CartLine[] {
  const isKnown = cart.some(({ key }) => key === line.key);
  return isKnown ? cart.map((each) => (each.key === line.key ? { ...each, quantity: each.quantity + 1 } : each)) : [...cart, line];
}

export function priceOf({ item, options, quantity }: CartLine): number {
  return (item.price + options.reduce((sum, { price }) => sum + price, 0)) * quantity;
}

export function totalOf(cart: readonly CartLine[]): number {
  return cart.reduce((sum, line) => sum + priceOf(line), 0);
}

type Body = Schemas["StaffPlaceOrderRequest"];

export function bodyOf(cart: readonly CartLine[], table: string, sessionId: string | null): Body {
  const items = cart.map(({ item, options, quantity }) => ({ menu_item: item.id, quantity, options: options.map(({ id }) => id), note: "" }));
  return { table, session_id: sessionId, items, note: "", expected_total: totalOf(cart) };
}

/** Whether enough and not too many of each group were chosen. */
export function isComplete(groups: readonly OptionGroup[], chosen: readonly string[]): boolean {
  return groups.every(({ options, min_choices, max_choices }) => {
    const count = options.filter(({ id }) => chosen.includes(id)).length;
    return count >= min_choices && count <= max_choices;
  });
}

/** What a touch on an option leads to: where only one may be chosen it takes the other's place. */
export function toggled(group: OptionGroup, chosen: readonly string[], optionId: string): string[] {
  if (chosen.includes(optionId)) return chosen.filter((id) => id !== optionId);
  const others = group.max_choices === 1 ? chosen.filter((id) => !group.options.some((option) => option.id === id)) : [...chosen];
  const count = others.filter((id) => group.options.some((option) => option.id === id)).length;
  return count < group.max_choices ? [...others, optionId] : others;
}
