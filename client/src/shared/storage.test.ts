import { expect, test, vi } from "vitest";

import { isRecord, keep } from "./storage";

const isCount = (value: unknown): value is number => typeof value === "number";

test("what is kept is read back until it is cleared", () => {
  const kept = keep("count", 1, isCount);
  expect(kept.read()).toBeNull();
  expect(kept.write(3)).toBe(true);
  expect(keep("count", 1, isCount).read()).toBe(3);
  kept.clear();
  expect(kept.read()).toBeNull();
});

test("another version or name reads something else", () => {
  keep("count", 1, isCount).write(3);
  expect(keep("count", 2, isCount).read()).toBeNull();
  expect(keep("total", 1, isCount).read()).toBeNull();
});

test.each(["", "{", '"three"', "null"])("what somebody else left there (%s) counts as nothing", (text) => {
  localStorage.setItem("tableorder.count.v1", text);
  expect(keep("count", 1, isCount).read()).toBeNull();
});

test("a device that refuses to store says so and goes on", () => {
  const refuse = () => {
    throw new DOMException("Denied", "SecurityError");
  };
  vi.spyOn(Storage.prototype, "getItem").mockImplementation(refuse);
  vi.spyOn(Storage.prototype, "setItem").mockImplementation(refuse);
  vi.spyOn(Storage.prototype, "removeItem").mockImplementation(refuse);
  const kept = keep("count", 1, isCount);
  expect(kept.write(3)).toBe(false);
  expect(kept.read()).toBeNull();
  expect(kept.clear).not.toThrow();
});

test.each([
  [{ a: 1 }, true],
  [[], false],
  [null, false],
  ["text", false],
])("%o is a record: %s", (value, expected) => {
  expect(isRecord(value)).toBe(expected);
});
