import { useEffect } from "react";
import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";

import { keep } from "../../shared/storage";

/** `system` follows the device. */
export const THEMES = ["system", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

const kept = keep<Theme>("theme", 1, (value): value is Theme => THEMES.some((theme) => theme === value));
const chosen = createStore<Theme>(() => kept.read() ?? "system");

export function chooseTheme(theme: Theme): void {
  kept.write(theme);
  chosen.setState(theme, true);
}

export function useTheme(): Theme {
  return useStore(chosen);
}

/** Keeps the page in the chosen theme, or in the one that a screen insists on. */
export function useAppliedTheme(insisted?: Theme): void {
  const theme = useTheme();
  useEffect(() => {
    document.documentElement.dataset.theme = insisted ?? theme;
  }, [insisted, theme]);
}
