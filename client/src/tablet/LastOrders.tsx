import { clockTime, useNow } from "../shared/time";
import { Notice } from "../shared/ui/Notice";
import { dictionary, useWords } from "../shared/words/dictionary";
import { useLanguage } from "../shared/words/language";
import { useRestaurant } from "./TabletContext";

const words = dictionary(
  {
    soon: (clock: string) => `라스트오더 ${clock}`,
    grace: (clock: string) => `라스트오더 시간이에요. ${clock}까지 담은 메뉴를 주문할 수 있어요.`,
  },
  {
    soon: (clock) => `Last orders at ${clock}`,
    grace: (clock) => `Last orders, please. You can send your cart until ${clock}.`,
  },
);

const SECONDS_10 = 10_000;
const HALF_AN_HOUR = 30 * 60_000;

/** From half an hour before the last order until none is taken any more. */
export function LastOrders() {
  const { soon, grace } = useWords(words);
  const language = useLanguage();
  const store = useRestaurant();
  const { is_open, last_order_at, orders_until } = store?.opening ?? {};
  const now = useNow(SECONDS_10, Boolean(is_open && last_order_at));
  if (!store || !is_open || !last_order_at || !orders_until) return null;
  const left = Date.parse(last_order_at) - now;
  if (left > HALF_AN_HOUR) return null;
  const clock = (moment: string) => clockTime(moment, store.time_zone, language);
  return <Notice tone="info">{left > 0 ? soon(clock(last_order_at)) : grace(clock(orders_until))}</Notice>;
}
