import type { Order } from "../../shared/api/types";
import { useNow } from "../../shared/time";
import { isOpen } from "./boardState";

const MINUTE = 60_000;
const TICK = 15_000;

/** Minutes after which an order stands out, and after which it is late. */
const LIMITS = { warning: 5, late: 10 };

/** Whole minutes since then; a device whose clock is behind shows none rather than fewer. */
export function minutesSince(iso: string, now: number): number {
  return Math.max(0, Math.floor((now - Date.parse(iso)) / MINUTE));
}

export type Age = "fresh" | "waiting" | "late";

function ageOf(minutes: number): Age {
  if (minutes >= LIMITS.late) return "late";
  return minutes >= LIMITS.warning ? "waiting" : "fresh";
}

/** How long something has waited, and what that means here. */
export function useAge(since: string): { minutes: number; age: Age } {
  const minutes = minutesSince(since, useNow(TICK));
  return { minutes, age: ageOf(minutes) };
}

/** The same of a table's longest waiting order; null when nothing waits. */
export function useOldest(orders: readonly Order[]): { minutes: number; age: Age } | null {
  const now = useNow(TICK);
  const oldest = orders.find(isOpen);
  if (oldest === undefined) return null;
  const minutes = minutesSince(oldest.created_at, now);
  return { minutes, age: ageOf(minutes) };
}
