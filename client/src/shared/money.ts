import type { Language } from "./words/language";

const LOCALES: Record<Language, string> = { ko: "ko-KR", en: "en-US" };
const formatters = new Map<string, (amount: number) => string>();

/** `amount` in the currency's minor unit, as people write it: 18000 KRW is ₩18,000, 1250 USD is $12.50. */
export function formatMoney(amount: number, currency: string, language: Language): string {
  const key = `${language} ${currency}`;
  const format = formatters.get(key) ?? formatterFor(currency, language);
  formatters.set(key, format);
  return format(amount);
}

function formatterFor(currency: string, language: Language): (amount: number) => string {
  const format = new Intl.NumberFormat(LOCALES[language], { style: "currency", currency });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 0;
  // A decimal in text, so that the amount never becomes a float.
  return (amount) => format.format(`${amount}e-${digits}` as `${number}`);
}
