import { createContext, use, useDeferredValue, useMemo } from "react";
import { useStore } from "zustand";

import type { MenuItem } from "../../shared/api/types";
import { useWords } from "../../shared/words/dictionary";
import { useTablet } from "../TabletContext";
import { factWords } from "./factWords";
import { conflictOf, type Wishes } from "./suits";

/** What these guests do not eat, as the cards on the menu know it. */
export const WishesContext = createContext<Wishes>({ avoid: [], diet: [], noAlcohol: false });

/** Follows the filter a moment later: hundreds of cards may change, and the touch is answered first. */
export function useWishes(): Wishes {
  const { state } = useTablet().preferences;
  const avoid = useStore(state, (choices) => choices.avoid);
  const diet = useStore(state, (choices) => choices.diet);
  const noAlcohol = useStore(state, (choices) => choices.noAlcohol);
  return useDeferredValue(useMemo(() => ({ avoid, diet, noAlcohol }), [avoid, diet, noAlcohol]));
}

/** Why a dish does not suit these guests, in words; null when it does. */
export function useConflict(item: MenuItem): string | null {
  const words = useWords(factWords);
  const conflict = conflictOf(item, use(WishesContext));
  if (conflict === null) return null;
  const parts = [
    conflict.contains.length > 0 && words.has(conflict.contains.map((each) => words[each]).join(", ")),
    ...conflict.isNot.map((each) => words.isNot(words[each])),
    conflict.isAlcohol && words.alcohol,
  ];
  return parts.filter((part) => part !== false).join(" · ");
}
