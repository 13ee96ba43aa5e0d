import { useWords } from "../../shared/words/dictionary";
import { useAge } from "../live/age";
import { tableWords } from "./words";

/** How long ago that was; where there is little room, in one number. */
export function Duration({ since, short = false }: { since: string; short?: boolean }) {
  const words = useWords(tableWords);
  const { minutes } = useAge(since);
  if (minutes === 0) return words.justNow;
  if (short) return minutes < 100 ? words.duration(0, minutes) : words.hours(Math.floor(minutes / 60));
  return words.duration(Math.floor(minutes / 60), minutes % 60);
}
