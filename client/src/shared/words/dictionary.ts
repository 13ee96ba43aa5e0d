import { type Language, useLanguage } from "./language";

type Phrase = string | ((...values: never[]) => string);
export type Dictionary<Words> = Record<Language, Words>;

/** The words of one screen. Korean is the source; a phrase that English lacks, or has too many, is a type error. */
export function dictionary<Words extends Record<string, Phrase>>(
  ko: Words,
  en: NoInfer<Words>,
): Dictionary<Words> {
  return { ko, en };
}

export function useWords<Words>(words: Dictionary<Words>): Words {
  return words[useLanguage()];
}
