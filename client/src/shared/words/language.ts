import { createContext, use, useSyncExternalStore } from "react";
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

/** The language of a part of the screen that follows a moment later; null where it does so at once. */
export const HeldLanguage = createContext<Language | null>(null);

export function useLanguage(): Language {
  const held = use(HeldLanguage);
  return useSyncExternalStore(held === null ? chosen.subscribe : never, () => held ?? currentLanguage());
}

function never(): () => void {
  return () => undefined;
}

/** Keeps `<html lang>` true. Called once, by each page's main. */
export function followLanguage(root: HTMLElement): void {
  const follow = () => {
    root.lang = currentLanguage();
  };
  // All text of the page is laid out anew for it, so the touch is answered first.
  chosen.subscribe(() => { setTimeout(follow); });
  follow();
}
