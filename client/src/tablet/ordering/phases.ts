/** Where the guest's order is on its way. */
import type { Refusal } from "../../shared/api/errors";
import type { Order } from "../../shared/api/types";
import type { PendingOrder } from "../cart/cart";
import type { CartLine } from "../cart/lines";
import { type LineRefusal, lineRefusals, type NewPrices, newPrices } from "./refusals";

export type Phase =
  | { kind: "idle" }
  | { kind: "confirming" }
  /** `again`: an earlier attempt got no answer. */
  | { kind: "sending"; again: boolean }
  /** `isUnwanted`: it was to be given up, and nobody knows yet whether it can be. */
  | { kind: "unanswered"; isUnwanted: boolean }
  /** Being given up. */
  | { kind: "withdrawing" }
  | { kind: "price_changed"; prices: NewPrices }
  | { kind: "refused"; reason: "stopped"; detail: string }
  | { kind: "refused"; reason: "lines" | "withdrawn" | "other"; lines: LineRefusal[] }
  | { kind: "placed"; order: Order };

/** What the guests are told of an order that was not stored. */
export function phaseOf(refusal: Refusal, pending: PendingOrder, lines: CartLine[]): Phase {
  const prices = newPrices(refusal, pending, lines);
  if (prices) return { kind: "price_changed", prices };
  if (refusal.has("order_withdrawn")) return WITHDRAWN;
  // The server says from when on it takes orders, in the guest's language.
  const stopped = refusal.errors.find(({ code }) => code === "store_paused" || code === "store_closed");
  if (stopped) return { kind: "refused", reason: "stopped", detail: stopped.detail };
  const faults = lineRefusals(refusal, lines);
  return { kind: "refused", reason: faults.length > 0 ? "lines" : "other", lines: faults };
}

export const WITHDRAWN: Phase = { kind: "refused", reason: "withdrawn", lines: [] };
