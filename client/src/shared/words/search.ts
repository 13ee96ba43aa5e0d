/** Finds names by what people type: a part of it, or Korean first sounds, so that ㄱㅊ finds 김치찌개. */
import type { MenuText } from "../api/types";

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

/** Whether a name has what was typed, in any of its languages. */
export function hasText(name: MenuText, query: string): boolean {
  return Object.values(name).some((text) => matches(text, query));
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
