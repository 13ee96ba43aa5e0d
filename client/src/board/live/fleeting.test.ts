import { afterEach, expect, test, vi } from "vitest";

import { createFleeting } from "./fleeting";

afterEach(() => {
  vi.useRealTimers();
});

test("what is put is there for its lifetime and then gone", () => {
  vi.useFakeTimers();
  const { entries, put } = createFleeting<string>();
  put("order-1", "new", 3000);
  vi.advanceTimersByTime(2999);
  expect(entries.getState().get("order-1")).toBe("new");
  vi.advanceTimersByTime(1);
  expect(entries.getState().has("order-1")).toBe(false);
});

test("put again it lives anew, and dropped it is gone at once", () => {
  vi.useFakeTimers();
  const { entries, put, drop } = createFleeting<string>();
  put("order-1", "first", 3000);
  vi.advanceTimersByTime(2000);
  put("order-1", "second", 3000);
  vi.advanceTimersByTime(2000);
  expect(entries.getState().get("order-1")).toBe("second");
  drop("order-1");
  expect(entries.getState().size).toBe(0);
});
