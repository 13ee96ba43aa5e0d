import { createStore, type StoreApi } from "zustand/vanilla";

/** Two notes for each, in hertz: an order rises, a call falls. */
const NOTES = { order: [784, 1047], call: [880, 659] } as const;
const NOTE_SECONDS = 0.35;

export type Sound = keyof typeof NOTES;

export interface Chime {
  on: StoreApi<boolean>;
  /** Browsers allow sound only after a touch: call it from one. Turning it on lets it be heard. */
  toggle: () => void;
  play: (sound: Sound) => void;
}

export function createChime(volume: () => number): Chime {
  const on = createStore(() => false);
  let context: AudioContext | null = null;
  let silentUntil = 0;

  const play = (sound: Sound) => {
    if (!on.getState() || context === null) return;
    // A device that slept has put its sound to sleep too.
    void context.resume();
    const start = context.currentTime;
    // Orders that come at once, as after a break, ring once.
    if (start < silentUntil) return;
    silentUntil = start + NOTE_SECONDS * 2;
    for (const [place, pitch] of NOTES[sound].entries()) ring(context, pitch, start + place * NOTE_SECONDS, volume());
  };
  const toggle = () => {
    context ??= new AudioContext();
    on.setState(!on.getState(), true);
    play("order");
  };
  return { on, toggle, play };
}

function ring(context: AudioContext, pitch: number, start: number, loudness: number): void {
  const note = context.createOscillator();
  const volume = context.createGain();
  note.frequency.value = pitch;
  volume.gain.setValueAtTime(Math.max(loudness, 0.01), start);
  volume.gain.exponentialRampToValueAtTime(0.001, start + NOTE_SECONDS);
  note.connect(volume).connect(context.destination);
  note.start(start);
  note.stop(start + NOTE_SECONDS);
}
