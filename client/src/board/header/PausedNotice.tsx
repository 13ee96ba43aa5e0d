import { clockTime, useNow } from "../../shared/time";
import { Button } from "../../shared/ui/Button";
import { Notice } from "../../shared/ui/Notice";
import { useWords } from "../../shared/words/dictionary";
import { useLanguage } from "../../shared/words/language";
import { useBoardContext } from "../context";
import { Fault } from "../Fault";
import { boardWords } from "../words";
import { openingWords } from "./openingWords";
import { useAcceptingOrders } from "./useAcceptingOrders";

/** A pause that everybody forgot costs a restaurant its evening: it stays in sight. */
export function PausedNotice() {
  const words = { ...useWords(boardWords), ...useWords(openingWords) };
  const { store } = useBoardContext();
  const change = useAcceptingOrders();
  if (store.accepting_orders) return null;
  return (
    <>
      <Notice tone="warning">
        <p className="paused">
          <span>{words.paused} {store.paused_until && <Countdown until={store.paused_until} />}</span>
          {change && (
            <Button disabled={change.working} onClick={() => void change.run({ accepting: true })}>
              {change.working ? words.working : words.resume}
            </Button>
          )}
        </p>
      </Notice>
      <Fault error={change?.error ?? null} />
    </>
  );
}

const SECOND = 1000;

/** The moment is read out, the seconds are not. */
function Countdown({ until }: { until: string }) {
  const words = useWords(openingWords);
  const language = useLanguage();
  const { store } = useBoardContext();
  const left = Math.max(0, Math.floor((Date.parse(until) - useNow(SECOND)) / SECOND));
  const clock = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}`;
  return (
    <>
      {words.resumesAt(clockTime(until, store.time_zone, language))} <strong className="amount" aria-hidden="true">{clock}</strong>
    </>
  );
}
