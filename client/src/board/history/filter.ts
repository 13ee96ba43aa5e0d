import type { OrderStatus, Store } from "../../shared/api/types";

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
type Days = Pick<Store, "time_zone" | "business_day_start">;

/** The store's business day at that moment: the date on its clock, or the one before until the day's first hour. */
export function businessDay(now: number, { time_zone, business_day_start }: Days, daysAgo = 0): string {
  const format = new Intl.DateTimeFormat("sv-SE", { dateStyle: "short", timeStyle: "medium", timeZone: time_zone });
  const [date = "", time = ""] = format.format(new Date(now)).split(" ");
  const before = time < business_day_start ? daysAgo + 1 : daysAgo;
  return new Date(Date.parse(date) - before * DAY).toISOString().slice(0, 10);
}

export function filterOf(search: URLSearchParams, now: number, days: Days): Filter {
  const range = RANGES.find((each) => each === search.get("range")) ?? "today";
  const status = STATUSES.find((each) => each === search.get("status")) ?? null;
  const numbers = { table: numberOf(search.get("table")), number: numberOf(search.get("number")) };
  return { range, status, ...numbers, ...datesOf(range, search, now, days) };
}

function datesOf(range: Range, search: URLSearchParams, now: number, days: Days): Pick<Filter, "from" | "to"> {
  const today = businessDay(now, days);
  switch (range) {
    case "today":
      return { from: today, to: today };
    case "yesterday": {
      const yesterday = businessDay(now, days, 1);
      return { from: yesterday, to: yesterday };
    }
    case "week":
      return { from: businessDay(now, days, 6), to: today };
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
