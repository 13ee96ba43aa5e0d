import { clockTime, useNow } from "../../shared/time";
import { Notice } from "../../shared/ui/Notice";
import { useWords } from "../../shared/words/dictionary";
import { useLanguage } from "../../shared/words/language";
import { useOpensText } from "../../shared/words/opening";
import { useBoardContext } from "../context";
import { openingWords } from "./openingWords";

const SECONDS_10 = 10_000;
const HALF_AN_HOUR = 30 * 60_000;

/** How the store stands by its hours, such as "Open · last orders 21:30 · closes 22:00"; null without hours. */
function useHoursText(): string | null {
  const words = useWords(openingWords);
  const language = useLanguage();
  const { store } = useBoardContext();
  const opens = useOpensText(store);
  if (!store.opening) return null;
  const { is_open, closes_at, last_order_at } = store.opening;
  const clock = (moment: string) => clockTime(moment, store.time_zone, language);
  const closes = closes_at && words.closes(clock(closes_at));
  const parts = is_open
    ? [words.open, last_order_at && last_order_at !== closes_at && words.lastOrder(clock(last_order_at)), closes]
    : [closes ? words.lastOrdersOver : words.closed, closes, opens];
  return parts.filter(Boolean).join(" · ");
}

export function HoursLine() {
  const text = useHoursText();
  return text === null ? null : <p>{text}</p>;
}

/** While guests cannot order because of the hours, and in the half hour before. */
export function HoursNotice() {
  const words = useWords(openingWords);
  const { store } = useBoardContext();
  const text = useHoursText();
  const { is_open, last_order_at } = store.opening ?? {};
  const now = useNow(SECONDS_10, Boolean(is_open && last_order_at));
  if (text === null) return null;
  if (!is_open) return <Notice tone="info">{text}. {words.staffOnly}</Notice>;
  if (!last_order_at || Date.parse(last_order_at) - now > HALF_AN_HOUR) return null;
  return <Notice tone="info">{text}</Notice>;
}
