import { useWords } from "../../shared/words/dictionary";
import type { Age } from "../live/age";
import { orderWords } from "./words";

/** How long somebody has waited: in words, and from the store's limits on in colour and with a clock. */
export function AgeChip({ minutes, age, short = false }: { minutes: number; age: Age; short?: boolean }) {
  const words = useWords(orderWords);
  return (
    <span className={`age age--${age}`}>
      {age === "waiting" && !short && <span aria-hidden="true">◷ </span>}
      {minutes === 0 ? words.now : words.minutes(minutes)}
      {age === "late" && !short && <span className="age__late"> {words.late}</span>}
    </span>
  );
}
