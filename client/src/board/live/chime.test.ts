import { expect, test, vi } from "vitest";

import { createChime } from "./chime";

/** What the browser's sound output was asked to play: pitch and moment of each note. */
function listen(): { notes: { pitch: number; at: number }[]; clock: { now: number } } {
  const heard = { notes: [] as { pitch: number; at: number }[], clock: { now: 0 } };
  class Output {
    destination = {};
    get currentTime(): number {
      return heard.clock.now;
    }
    resume = () => Promise.resolve();
    createGain() {
      return { gain: { setValueAtTime: () => undefined, exponentialRampToValueAtTime: () => undefined }, connect: () => undefined };
    }
    createOscillator() {
      const frequency = { value: 0 };
      const start = (at: number) => heard.notes.push({ pitch: frequency.value, at });
      return { frequency, start, stop: () => undefined, connect: (next: unknown) => next };
    }
  }
  vi.stubGlobal("AudioContext", Output);
  return heard;
}

test("nothing sounds before a touch has turned it on, which is heard as two rising notes", () => {
  const { notes } = listen();
  const chime = createChime(() => 0.5);
  chime.play("order");
  expect(notes).toHaveLength(0);
  chime.toggle();
  expect(notes).toHaveLength(2);
  expect(notes[1]?.pitch).toBeGreaterThan(notes[0]?.pitch ?? Infinity);
  expect(notes[1]?.at).toBeGreaterThan(notes[0]?.at ?? Infinity);
});

test("a call sounds different from an order", () => {
  const { notes, clock } = listen();
  const chime = createChime(() => 0.5);
  chime.toggle();
  clock.now = 5;
  chime.play("call");
  expect(notes[3]?.pitch).toBeLessThan(notes[2]?.pitch ?? 0);
});

test("what comes at once sounds once, and turned off nothing sounds", () => {
  const { notes, clock } = listen();
  const chime = createChime(() => 0.5);
  chime.toggle();
  clock.now = 5;
  chime.play("order");
  chime.play("order");
  expect(notes).toHaveLength(4);
  chime.toggle();
  clock.now = 10;
  chime.play("order");
  expect(notes).toHaveLength(4);
});
