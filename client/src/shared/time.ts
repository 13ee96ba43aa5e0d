import { useCallback, useSyncExternalStore } from "react";

import type { Language } from "./words/language";

/** The time now in milliseconds, to the last full interval; while `ticking` the component is drawn again at each one. */
export function useNow(interval: number, ticking = true): number {
  const subscribe = useCallback(
    (onTick: () => void) => {
      const timer = ticking ? setInterval(onTick, interval) : undefined;
      return () => {
        clearInterval(timer);
      };
    },
    [interval, ticking],
  );
  return useSyncExternalStore(subscribe, () => Math.floor(Date.now() / interval) * interval);
}

const DAY = 86_400_000;

/** How many midnights of the store lie between two moments. */
export function daysBetween(from: number, to: number, timeZone: string): number {
  // Swedish dates are 2026-02-09.
  const calendar = new Intl.DateTimeFormat("sv-SE", { timeZone });
  const midnight = (moment: number) => Date.parse(calendar.format(moment));
  return (midnight(to) - midnight(from)) / DAY;
}

/** A moment as the clock on the store's wall shows it: 12:41. */
export function clockTime(iso: string, timeZone: string, language: Language): string {
  const clock = new Intl.DateTimeFormat(language, { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone });
  return clock.format(new Date(iso));
}
