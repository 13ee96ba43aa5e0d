import type { MenuText } from "../api/types";

/** Menu text in the language asked for, else the store's default, else any. `lang` belongs on the element that shows it. */
export function menuText(name: MenuText, language: string, fallback: string): { text: string; lang: string } {
  const texts: Partial<Record<string, string>> = name;
  for (const lang of [language, fallback, ...Object.keys(name)]) {
    const text = texts[lang];
    if (text) return { text, lang };
  }
  return { text: "", lang: fallback };
}
