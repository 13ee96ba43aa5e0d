import type { OrderStatus } from "../../shared/api/types";

export const RANGES = ["today", "yesterday", "week", "custom"] as const;
export type Range = (typeof RANGES)[number];
export const STATUSES: readonly OrderStatus[] = ["pending", "preparing", "completed", "cancelled"];

/** What the list is about, as the address says it. */
export interface Filter {
  range: Range;
  from: string;
  to: string;
  status: OrderStatus | null;
  table: number | null;
  number: number | null;
}

const DAY = 86_400_000;
/** A business day begins at five. */
const DAY_START = 5 * 3_600_000;

/** The store's business day at that moment, as its clock has it. */
export function businessDay(now: number, timeZone: string, daysAgo = 0): string {
  return new Intl.DateTimeFormat("sv-SE", { timeZone }).format(new Date(now - DAY_START - daysAgo * DAY));
}

export function filterOf(search: URLSearchParams, now: number, timeZone: string): Filter {
  const range = RANGES.find((each) => each === search.get("range")) ?? "today";
  const status = STATUSES.find((each) => each === search.get("status")) ?? null;
  const numbers = { table: numberOf(search.get("table")), number: numberOf(search.get("number")) };
  return { range, status, ...numbers, ...datesOf(range, search, now, timeZone) };
}

function datesOf(range: Range, search: URLSearchParams, now: number, timeZone: string): Pick<Filter, "from" | "to"> {
  const today = businessDay(now, timeZone);
  switch (range) {
    case "today":
      return { from: today, to: today };
    case "yesterday": {
      const yesterday = businessDay(now, timeZone, 1);
      return { from: yesterday, to: yesterday };
    }
    case "week":
      return { from: businessDay(now, timeZone, 6), to: today };
    case "custom":
      return { from: dateOf(search.get("from")) ?? today, to: dateOf(search.get("to")) ?? today };
  }
}

function dateOf(text: string | null): string | null {
  return text !== null && /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) ? text : null;
}

function numberOf(text: string | null): number | null {
  return text !== null && /^\d{1,6}$/.test(text) ? Number(text) : null;
}

/** The address of the list after a change; what is as it is by itself is left out. */
export function withChange(search: URLSearchParams, changes: Record<string, string | null>): URLSearchParams {
  const next = new URLSearchParams(search);
  for (const [name, value] of Object.entries(changes)) {
    if (value === null || value === "") next.delete(name);
    else next.set(name, value);
  }
  return next;
}
