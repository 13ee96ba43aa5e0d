import { useNow } from "../../shared/time";
import { useWords } from "../../shared/words/dictionary";
import { minutesSince } from "../live/boardState";
import { tableWords } from "./words";

/** How long ago that was. */
export function Duration({ since }: { since: string }) {
  const words = useWords(tableWords);
  const minutes = minutesSince(since, useNow(15_000));
  if (minutes === 0) return words.justNow;
  return words.duration(Math.floor(minutes / 60), minutes % 60);
}
