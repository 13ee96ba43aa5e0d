import type { MenuText } from "../../shared/api/types";
import { formatMoney } from "../../shared/money";
import { clockTime } from "../../shared/time";
import { interfaceLanguage } from "../../shared/words/language";
import { menuText } from "../../shared/words/menuText";
import { useBoardContext } from "../context";
import { printWords } from "./words";

/** Paper speaks the store's language, whatever the screen is set to. */
export function usePaper() {
  const { store } = useBoardContext();
  const language = interfaceLanguage(store.default_language);
  return {
    store,
    language,
    words: printWords[language],
    text: (name: MenuText) => menuText(name, store.default_language, store.default_language).text,
    money: (amount: number) => formatMoney(amount, store.currency, language),
    time: (iso: string) => clockTime(iso, store.time_zone, language),
    day: (iso: string) => new Intl.DateTimeFormat("sv-SE", { timeZone: store.time_zone }).format(new Date(iso)),
  };
}
