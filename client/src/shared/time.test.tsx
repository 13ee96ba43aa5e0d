import { act, render, screen } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";

import { clockTime, useNow } from "./time";

afterEach(() => {
  vi.useRealTimers();
});

function Clock({ ticking }: { ticking: boolean }) {
  return <time>{new Date(useNow(1000, ticking)).toISOString()}</time>;
}

function startAt(iso: string): void {
  vi.useFakeTimers();
  vi.setSystemTime(new Date(iso));
}

test("a clock that ticks follows the time", () => {
  startAt("2026-02-09T10:00:00.400Z");
  render(<Clock ticking />);
  expect(screen.getByText("2026-02-09T10:00:00.000Z")).toBeDefined();
  act(() => { vi.advanceTimersByTime(3000); });
  expect(screen.getByText("2026-02-09T10:00:03.000Z")).toBeDefined();
});

test("a clock that stood still is right at once when it starts", () => {
  startAt("2026-02-09T10:00:00Z");
  const { rerender } = render(<Clock ticking={false} />);
  act(() => { vi.advanceTimersByTime(300_000); });
  expect(screen.getByText("2026-02-09T10:00:00.000Z")).toBeDefined();
  rerender(<Clock ticking />);
  expect(screen.getByText("2026-02-09T10:05:00.000Z")).toBeDefined();
});

test.each([
  ["2026-02-09T10:05:00Z", "Asia/Seoul", "19:05"],
  ["2026-02-09T15:00:00Z", "Asia/Seoul", "00:00"],
  ["2026-02-09T10:05:00Z", "UTC", "10:05"],
])("%s on a wall in %s is %s", (iso, zone, text) => {
  expect(clockTime(iso, zone, "ko")).toBe(text);
  expect(clockTime(iso, zone, "en")).toBe(text);
});
