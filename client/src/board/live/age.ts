import type { Order, Store } from "../../shared/api/types";
import { useNow } from "../../shared/time";
import { useBoardContext } from "../context";
import { isOpen } from "./boardState";

const MINUTE = 60_000;
const TICK = 15_000;

/** Whole minutes since then; a device whose clock is behind shows none rather than fewer. */
export function minutesSince(iso: string, now: number): number {
  return Math.max(0, Math.floor((now - Date.parse(iso)) / MINUTE));
}

export type Age = "fresh" | "waiting" | "late";

/** Each store says for itself how long is long. */
function ageOf(minutes: number, { warning_minutes, late_minutes }: Store): Age {
  if (minutes >= late_minutes) return "late";
  return minutes >= warning_minutes ? "waiting" : "fresh";
}

/** How long something has waited, and what that means here. */
export function useAge(since: string): { minutes: number; age: Age } {
  const { store } = useBoardContext();
  const minutes = minutesSince(since, useNow(TICK));
  return { minutes, age: ageOf(minutes, store) };
}

/** The same of a table's longest waiting order; null when nothing waits. */
export function useOldest(orders: readonly Order[]): { minutes: number; age: Age } | null {
  const { store } = useBoardContext();
  const now = useNow(TICK);
  const oldest = orders.find(isOpen);
  if (oldest === undefined) return null;
  const minutes = minutesSince(oldest.created_at, now);
  return { minutes, age: ageOf(minutes, store) };
}
