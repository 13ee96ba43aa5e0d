/** The browser's own voice, where it has one. */

export interface Spoken {
  text: string;
  lang: string;
}

export function canSpeak(): boolean {
  return typeof window !== "undefined" && "speechSynthesis" in window;
}

/** Says it all, one after the other; what was being said stops. */
export function speak(parts: readonly Spoken[], onEnd: () => void): void {
  silence();
  const spoken = parts.filter(({ text }) => text !== "").map(({ text, lang }) => {
    const utterance = new SpeechSynthesisUtterance(text);
    utterance.lang = lang;
    utterance.rate = 0.9;
    return utterance;
  });
  const last = spoken.at(-1);
  if (last) {
    last.onend = onEnd;
    last.onerror = onEnd;
  }
  for (const utterance of spoken) window.speechSynthesis.speak(utterance);
}

export function silence(): void {
  if (canSpeak()) window.speechSynthesis.cancel();
}
