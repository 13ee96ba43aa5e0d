import type { OrderStatus } from "../../shared/api/types";
import { useWords } from "../../shared/words/dictionary";
import { ordersWords } from "./words";

const STEPS = ["pending", "preparing", "completed"] as const;

export function StatusSteps({ status }: { status: Exclude<OrderStatus, "cancelled"> }) {
  const words = useWords(ordersWords);
  const current = STEPS.indexOf(status);
  return (
    <ol key={status} className="steps" aria-label={words.steps}>
      {STEPS.map((step, index) => (
        <li
          key={step}
          className={index <= current ? "steps__step steps__step--reached" : "steps__step"}
          aria-current={step === status ? "step" : undefined}
        >
          {words[step]}
        </li>
      ))}
    </ol>
  );
}
