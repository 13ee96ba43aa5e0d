import { useWords } from "../../shared/words/dictionary";
import { useAge } from "../live/age";
import { tableWords } from "./words";

/** How long ago that was. */
export function Duration({ since }: { since: string }) {
  const words = useWords(tableWords);
  const { minutes } = useAge(since);
  if (minutes === 0) return words.justNow;
  return words.duration(Math.floor(minutes / 60), minutes % 60);
}
