import type { MenuText } from "../../shared/api/types";

export interface CartLine {
  menu_item: string;
  /** Kept so that a line can still be named when its item has left the menu. */
  name: MenuText;
  /** Ids, in the menu's order. */
  options: string[];
  quantity: number;
  note: string;
  /** What one cost when the guest agreed to it. */
  unit_price: number;
}

export const MOST_LINES = 30;
export const MOST_UNITS = 99;

/** Equal items with equal options and an equal note are one line. */
export function lineKey({ menu_item, options, note }: CartLine): string {
  return JSON.stringify([menu_item, options.toSorted(), note]);
}

export function unitsIn(lines: readonly CartLine[]): number {
  return lines.reduce((sum, { quantity }) => sum + quantity, 0);
}

export function withLine(lines: readonly CartLine[], line: CartLine): CartLine[] {
  const key = lineKey(line);
  if (!lines.some((each) => lineKey(each) === key)) return [...lines, line];
  return lines.map((each) => (lineKey(each) === key ? { ...each, quantity: each.quantity + line.quantity } : each));
}

export function withoutLine(lines: readonly CartLine[], key: string): CartLine[] {
  return lines.filter((each) => lineKey(each) !== key);
}

/** The line as changed, in its old place, or merged with one that it now equals. */
export function withChangedLine(lines: readonly CartLine[], key: string, changed: CartLine): CartLine[] {
  const others = withoutLine(lines, key);
  if (others.some((each) => lineKey(each) === lineKey(changed))) return withLine(others, changed);
  return lines.map((each) => (lineKey(each) === key ? changed : each));
}

export function fits(lines: readonly CartLine[]): boolean {
  return lines.length <= MOST_LINES && unitsIn(lines) <= MOST_UNITS;
}
