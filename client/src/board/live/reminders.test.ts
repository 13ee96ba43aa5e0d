import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { createReminders } from "./reminders";

beforeEach(() => { vi.useFakeTimers(); });
afterEach(() => { vi.useRealTimers(); });

test("an order that nobody touches is heard again every 20 seconds, six times at most", () => {
  const remind = vi.fn();
  createReminders(remind).expect("order-1");
  vi.advanceTimersByTime(19_000);
  expect(remind).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1000);
  expect(remind).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(600_000);
  expect(remind).toHaveBeenCalledTimes(6);
});

test("it is quiet as soon as every order was touched", () => {
  const remind = vi.fn();
  const reminders = createReminders(remind);
  reminders.expect("order-1");
  reminders.expect("order-2");
  reminders.settle("order-1");
  vi.advanceTimersByTime(20_000);
  expect(remind).toHaveBeenCalledTimes(1);
  reminders.settle("order-2");
  reminders.settle("order-2");
  vi.advanceTimersByTime(60_000);
  expect(remind).toHaveBeenCalledTimes(1);
});
