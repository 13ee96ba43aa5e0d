/** Finds dishes by what a guest types, in any language of the menu. */
import type { Category, MenuItem } from "../../shared/api/types";

const SYLLABLES = 0xac00;
const LAST_SYLLABLE = 0xd7a3;
/** How many syllables begin with the same consonant, and how many differ only in their last one. */
const PER_INITIAL = 588;
const PER_VOWEL = 28;
const INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";

export function matches(text: string, query: string): boolean {
  const letters = plain(text);
  const wanted = plain(query);
  return Array.from({ length: letters.length - wanted.length + 1 }, (_, at) => at).some((at) =>
    wanted.every((letter, offset) => stands(letter, letters[at + offset] ?? "")),
  );
}

export function findDishes(categories: readonly Category[], query: string): MenuItem[] {
  const found = new Map<string, MenuItem>();
  for (const item of categories.flatMap(({ items }) => items)) {
    if (Object.values(item.name).some((name) => matches(name, query))) found.set(item.id, item);
  }
  return [...found.values()];
}

function plain(text: string): string[] {
  return Array.from(text.toLowerCase().normalize("NFC").replace(/[\s·()]/g, ""));
}

/** Whether a typed letter may stand for one of the name: ㄱ for 김, and 기, as it is while one types 김. */
function stands(typed: string, letter: string): boolean {
  if (typed === letter) return true;
  const syllable = letter.charCodeAt(0) - SYLLABLES;
  if (syllable < 0 || letter.charCodeAt(0) > LAST_SYLLABLE) return false;
  if (INITIALS.includes(typed)) return INITIALS[Math.floor(syllable / PER_INITIAL)] === typed;
  const begun = typed.charCodeAt(0) - SYLLABLES;
  return begun >= 0 && begun % PER_VOWEL === 0 && syllable - (syllable % PER_VOWEL) === begun;
}
