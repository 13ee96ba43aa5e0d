import { expect, test } from "vitest";

import { nextStep, type Step } from "./watch";

const MINUTE = 60_000;

test.each<[boolean, boolean, number, Step]>([
  // Nobody has a session yet.
  [false, false, 2.9, "stay"],
  [false, false, 3, "rest"],
  [false, true, 2.9, "stay"],
  [false, true, 3, "ask"],
  [false, true, 3.3, "ask"],
  [false, true, 3.34, "clear"],
  // Guests who have ordered: their session ends only by staff.
  [true, false, 9.9, "stay"],
  [true, false, 10, "settle"],
  [true, false, 600, "settle"],
  [true, true, 10, "settle"],
  [true, true, 30, "ask"],
  [true, true, 30.34, "clear"],
])("open session %s, cart %s, untouched for %d minutes: %s", (isVisitOpen, hasCart, minutes, step) => {
  expect(nextStep({ isVisitOpen, hasCart, untouchedFor: minutes * MINUTE })).toBe(step);
});
