import { clockTime } from "../shared/time";
import { dictionary, useWords } from "../shared/words/dictionary";
import { useLanguage } from "../shared/words/language";
import { useOpensText } from "../shared/words/opening";
import { useRestaurant } from "./TabletContext";

const stopWords = dictionary(
  {
    closed: "지금은 주문 시간이 아니에요",
    lastOrdersOver: "라스트오더가 끝났어요",
    paused: "지금은 주문을 받지 않아요",
    resumes: (clock: string) => `${clock}부터 다시 주문할 수 있어요`,
  },
  {
    closed: "We are closed now",
    lastOrdersOver: "The last orders have been taken",
    paused: "We are not taking orders right now",
    resumes: (clock) => `ordering goes on at ${clock}`,
  },
);

/** Why guests cannot order now, and from when they can. */
export interface Stop {
  /** Outside the hours: the menu is to look at. In a pause the cart may be filled meanwhile. */
  isClosed: boolean;
  text: string;
}

export function useStop(): Stop | null {
  const words = useWords(stopWords);
  const language = useLanguage();
  const store = useRestaurant();
  const opens = useOpensText(store);
  if (store?.opening?.is_open === false) {
    const why = store.opening.closes_at === null ? words.closed : words.lastOrdersOver;
    return { isClosed: true, text: opens === null ? why : `${why} · ${opens}` };
  }
  if (store?.accepting_orders === false) {
    const resumes = store.paused_until && words.resumes(clockTime(store.paused_until, store.time_zone, language));
    return { isClosed: false, text: resumes ? `${words.paused} · ${resumes}` : words.paused };
  }
  return null;
}
