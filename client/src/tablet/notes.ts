/** What guests often ask for. The kitchen reads the Korean words, whatever the guest's language. */
import type { MenuItem } from "../shared/api/types";

const MILD = { ko: "덜 맵게 해 주세요", en: "Less spicy, please" };
const ASIDE = { ko: "따로 담아 주세요", en: "Serve it separately, please" };
const NO_ONION = { ko: "파 빼 주세요", en: "No spring onion, please" };
const SUGGESTIONS = [MILD, ASIDE, NO_ONION];
const BETWEEN = ", ";

export type Suggestion = (typeof SUGGESTIONS)[number];

/** What makes sense for this dish. What is neither hot nor has an allergen is plain: rice, or a drink. */
export function suggestionsFor({ dietary, spiciness, allergens }: MenuItem): Suggestion[] {
  if (dietary.includes("alcohol")) return [];
  if (allergens.length === 0 && spiciness === 0) return [ASIDE];
  return spiciness > 0 ? [MILD, NO_ONION, ASIDE] : [NO_ONION, ASIDE];
}

/** A note as its suggestions and what the guest wrote. */
export function partsOf(note: string): { suggested: string[]; own: string } {
  const parts = note.split(BETWEEN);
  const isSuggested = (part: string) => SUGGESTIONS.some(({ ko }) => ko === part);
  return { suggested: parts.filter(isSuggested), own: parts.filter((part) => !isSuggested(part)).join(BETWEEN) };
}

export function noteOf(suggested: readonly string[], own: string): string {
  return [...suggested, own.trim()].filter((part) => part !== "").join(BETWEEN);
}

/** As the guest reads it. */
export function noteIn(note: string, language: "ko" | "en"): string {
  return note.split(BETWEEN).map((part) => SUGGESTIONS.find(({ ko }) => ko === part)?.[language] ?? part).join(BETWEEN);
}
