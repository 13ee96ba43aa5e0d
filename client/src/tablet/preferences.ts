import { createStore, type StoreApi } from "zustand/vanilla";

import type { MenuItem } from "../shared/api/types";
import { isRecord, keep } from "../shared/storage";

export type Allergen = MenuItem["allergens"][number];
export type Diet = Exclude<MenuItem["dietary"][number], "alcohol">;

/** How this visit's guests want the tablet. The next guests start anew. */
export interface Choices {
  /** Large type and few dishes at a time. */
  easy: boolean;
  avoid: Allergen[];
  diet: Diet[];
  noAlcohol: boolean;
  /** Somebody has said that they are of age. */
  adult: boolean;
}

export interface Preferences {
  state: StoreApi<Choices>;
  change: (changes: Partial<Choices>) => void;
  reset: () => void;
}

const NONE: Choices = { easy: false, avoid: [], diet: [], noAlcohol: false, adult: false };
// Stored, because an allergy must outlive a reload.
export function createPreferences(kept = keep<Choices>("preferences", 1, isChoices)): Preferences {
  const state = createStore<Choices>(() => kept.read() ?? NONE);
  const set = (choices: Choices) => {
    kept.write(choices);
    state.setState(choices, true);
  };
  return {
    state,
    change: (changes) => { set({ ...state.getState(), ...changes }); },
    reset: () => { set(NONE); },
  };
}

function isChoices(value: unknown): value is Choices {
  return isRecord(value) && typeof value.easy === "boolean" && Array.isArray(value.avoid) && Array.isArray(value.diet);
}
