import type { Store } from "../api/types";
import { clockTime, daysBetween, useNow } from "../time";
import { dictionary } from "./dictionary";
import { type Language, useLanguage } from "./language";

const words = dictionary(
  {
    tomorrow: "내일 ",
    day: (date: string) => `${date} `,
    opens: (day: string, clock: string) => `${day}${clock}에 열어요`,
  },
  {
    tomorrow: "tomorrow ",
    day: (date) => `on ${date} `,
    opens: (day, clock) => `opens ${day}at ${clock}`,
  },
);

const MINUTE = 60_000;

/** When the store opens: "11:00에 열어요", "opens tomorrow at 11:00"; null when nobody knows. */
export function opensText(store: Store, language: Language, now: number): string | null {
  const { opening, time_zone } = store;
  if (!opening?.next_opens_at) return null;
  const { tomorrow, day, opens } = words[language];
  const days = daysBetween(now, Date.parse(opening.next_opens_at), time_zone);
  const date = new Intl.DateTimeFormat(language, { month: "long", day: "numeric", timeZone: time_zone });
  const ahead = days < 1 ? "" : days === 1 ? tomorrow : day(date.format(new Date(opening.next_opens_at)));
  return opens(ahead, clockTime(opening.next_opens_at, time_zone, language));
}

export function useOpensText(store: Store | null): string | null {
  const language = useLanguage();
  const now = useNow(MINUTE, Boolean(store?.opening?.next_opens_at));
  return store && opensText(store, language, now);
}
