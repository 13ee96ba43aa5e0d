import { formatMoney } from "../shared/money";
import type { MenuText } from "../shared/api/types";
import { useLanguage } from "../shared/words/language";
import { menuText } from "../shared/words/menuText";
import { useRestaurant } from "./TabletContext";

/** Writes amounts in the store's currency. */
export function useMoney(): (amount: number) => string {
  const language = useLanguage();
  const currency = useRestaurant()?.currency ?? "KRW";
  return (amount) => formatMoney(amount, currency, language);
}

/** Reads menu text in the guest's language, for names inside a sentence. */
export function useMenuText(): (text: MenuText) => { text: string; lang: string } {
  const language = useLanguage();
  const fallback = useRestaurant()?.default_language ?? "ko";
  return (text) => menuText(text, language, fallback);
}

export function Money({ amount }: { amount: number }) {
  return <span className="amount">{useMoney()(amount)}</span>;
}

/** Menu text, marked with the language that it is really in. */
export function Name({ of, className }: { of: MenuText; className?: string }) {
  const { text, lang } = useMenuText()(of);
  return <span lang={lang} className={className}>{text}</span>;
}
