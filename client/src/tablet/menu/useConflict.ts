import { useStore } from "zustand";

import type { MenuItem } from "../../shared/api/types";
import { useWords } from "../../shared/words/dictionary";
import { useTablet } from "../TabletContext";
import { factWords } from "./factWords";
import { conflictOf } from "./suits";

/** Why a dish does not suit these guests, in words; null when it does. */
export function useConflict(item: MenuItem): string | null {
  const words = useWords(factWords);
  const wishes = useStore(useTablet().preferences.state);
  const conflict = conflictOf(item, wishes);
  if (conflict === null) return null;
  const parts = [
    conflict.contains.length > 0 && words.has(conflict.contains.map((each) => words[each]).join(", ")),
    ...conflict.isNot.map((each) => words.isNot(words[each])),
    conflict.isAlcohol && words.alcohol,
  ];
  return parts.filter((part) => part !== false).join(" · ");
}
