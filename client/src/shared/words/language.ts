import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";

import { keep } from "../storage";

/** The interface's languages; menus have more. */
export const LANGUAGES = ["ko", "en"] as const;
export type Language = (typeof LANGUAGES)[number];

const kept = keep<Language>("language", 1, isLanguage);
const chosen = createStore<Language>(() => kept.read() ?? "ko");

function isLanguage(value: unknown): value is Language {
  return LANGUAGES.some((language) => language === value);
}

/** The interface language for a store's default, which may be one that only its menu has. */
export function interfaceLanguage(storeDefault: string): Language {
  return isLanguage(storeDefault) ? storeDefault : "en";
}

export function currentLanguage(): Language {
  return chosen.getState();
}

export function chooseLanguage(language: Language): void {
  kept.write(language);
  chosen.setState(language, true);
}

/** For this page only: the device keeps the language that it had. */
export function showLanguage(language: Language): void {
  chosen.setState(language, true);
}

export function useLanguage(): Language {
  return useStore(chosen);
}

/** Keeps `<html lang>` true. Called once, by each page's main. */
export function followLanguage(root: HTMLElement): void {
  const follow = () => {
    root.lang = currentLanguage();
  };
  chosen.subscribe(follow);
  follow();
}
