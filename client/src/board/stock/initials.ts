const INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";
const FIRST = 0xac00;
const LAST = 0xd7a3;
const PER_INITIAL = 588;

/** The initial consonant of a Korean syllable; anything else as it is. */
function initialOf(letter: string): string {
  const code = letter.charCodeAt(0);
  return code >= FIRST && code <= LAST ? INITIALS.charAt(Math.floor((code - FIRST) / PER_INITIAL)) : letter;
}

function plain(text: string): string {
  return text.toLowerCase().replace(/\s/g, "");
}

/** Whether a name has what was typed: as it stands, or by Korean initials, so that ㄱㅊ finds 김치찌개. */
export function hasText(name: string, search: string): boolean {
  const [text, wanted] = [plain(name), plain(search)];
  return text.includes(wanted) || Array.from(text, initialOf).join("").includes(wanted);
}
