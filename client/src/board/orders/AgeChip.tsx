import { useWords } from "../../shared/words/dictionary";
import type { Age } from "../live/age";
import { orderWords } from "./words";

/** How long somebody has waited: in words, and from the store's limits on in colour and with a clock. */
export function AgeChip({ minutes, age }: { minutes: number; age: Age }) {
  const words = useWords(orderWords);
  if (age === "late") return <span className="age age--late">{words.late(minutes)}</span>;
  return (
    <span className={`age age--${age}`}>
      {age === "waiting" && <span aria-hidden="true">◷ </span>}
      {minutes === 0 ? words.now : words.minutes(minutes)}
    </span>
  );
}
