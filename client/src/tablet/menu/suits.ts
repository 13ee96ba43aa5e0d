/** Which dishes do not suit these guests, and why. */
import type { MenuItem } from "../../shared/api/types";
import type { Allergen, Choices, Diet } from "../preferences";

export interface Conflict {
  contains: Allergen[];
  isNot: Diet[];
  isAlcohol: boolean;
}

export type Wishes = Pick<Choices, "avoid" | "diet" | "noAlcohol">;

/** Null when the dish suits. */
export function conflictOf({ allergens, dietary }: MenuItem, { avoid, diet, noAlcohol }: Wishes): Conflict | null {
  const contains = allergens.filter((allergen) => avoid.includes(allergen));
  const isNot = diet.filter((each) => !dietary.includes(each) && !(each === "vegetarian" && dietary.includes("vegan")));
  const isAlcohol = noAlcohol && dietary.includes("alcohol");
  return contains.length > 0 || isNot.length > 0 || isAlcohol ? { contains, isNot, isAlcohol } : null;
}

export function wishCount({ avoid, diet, noAlcohol }: Wishes): number {
  return avoid.length + diet.length + (noAlcohol ? 1 : 0);
}
