import { createStore, type StoreApi } from "zustand/vanilla";

/** Two notes for each, in hertz: an order rises, a call falls. */
const NOTES = { order: [784, 1047], call: [880, 659] } as const;
const NOTE_SECONDS = 0.35;
const LOUDNESS = 0.3;

export interface Chime {
  on: StoreApi<boolean>;
  /** Browsers allow sound only after a touch: call it from one. */
  toggle: () => void;
  play: (sound: keyof typeof NOTES) => void;
}

export function createChime(): Chime {
  const on = createStore(() => false);
  let context: AudioContext | null = null;
  let silentUntil = 0;

  const play = (sound: keyof typeof NOTES) => {
    if (!on.getState() || context === null) return;
    // A device that slept has put its sound to sleep too.
    void context.resume();
    const start = context.currentTime;
    // Orders that come at once, as after a break, ring once.
    if (start < silentUntil) return;
    silentUntil = start + NOTE_SECONDS * 2;
    for (const [place, pitch] of NOTES[sound].entries()) ring(context, pitch, start + place * NOTE_SECONDS);
  };
  const toggle = () => {
    context ??= new AudioContext();
    on.setState(!on.getState(), true);
    play("order");
  };
  return { on, toggle, play };
}

function ring(context: AudioContext, pitch: number, start: number): void {
  const note = context.createOscillator();
  const volume = context.createGain();
  note.frequency.value = pitch;
  volume.gain.setValueAtTime(LOUDNESS, start);
  volume.gain.exponentialRampToValueAtTime(0.001, start + NOTE_SECONDS);
  note.connect(volume).connect(context.destination);
  note.start(start);
  note.stop(start + NOTE_SECONDS);
}
