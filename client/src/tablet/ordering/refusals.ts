/** What the server's refusals of an order say about the lines that were sent. */
import type { Refusal } from "../../shared/api/errors";
import type { MenuText } from "../../shared/api/types";
import { isRecord } from "../../shared/storage";
import type { PendingOrder, PlaceOrderBody } from "../cart/cart";
import type { CartLine } from "../cart/lines";

export interface NewPrices {
  /** What was refused; nothing of it was stored. */
  body: PlaceOrderBody;
  total: number;
  lines: { name: MenuText; quantity: number; before: number; after: number }[];
}

/** A line at fault, in the server's words: they are in the guest's language. */
export interface LineRefusal {
  name: MenuText;
  detail: string;
}

export function newPrices(refusal: Refusal, pending: PendingOrder, lines: readonly CartLine[]): NewPrices | null {
  const { total, items } = refusal.body;
  if (!refusal.has("price_changed") || typeof total !== "number" || !Array.isArray(items)) return null;
  const after = items.map((item: unknown) => (isRecord(item) ? Number(item.line_total) : Number.NaN));
  return {
    body: pending.body,
    total,
    lines: lines.map(({ name, quantity }, index) => {
      const before = pending.line_totals[index] ?? 0;
      return { name, quantity, before, after: after[index] ?? before };
    }),
  };
}

export function lineRefusals(refusal: Refusal, lines: readonly CartLine[]): LineRefusal[] {
  return refusal.errors.flatMap(({ attr, detail }) => {
    const index = /^items\.(\d+)\./.exec(attr ?? "")?.[1];
    const line = index === undefined ? undefined : lines[Number(index)];
    return line ? [{ name: line.name, detail }] : [];
  });
}
