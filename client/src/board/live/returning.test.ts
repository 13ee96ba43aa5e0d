import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createStore } from "zustand/vanilla";

import type { Connection } from "../../shared/events/feed";
import { watchReturn } from "./returning";

beforeEach(() => { vi.useFakeTimers(); });
afterEach(() => { vi.useRealTimers(); });

function connection() {
  return createStore<Connection>(() => ({ state: "connecting", lastMessageAt: null }));
}

test("what came in during a break is counted, from its beginning and once", () => {
  const tell = vi.fn();
  const state = connection();
  let ids = ["1"];
  watchReturn(state, () => new Set(ids), tell);
  state.setState({ state: "live", lastMessageAt: 1 });
  state.setState({ state: "connecting" });
  state.setState({ state: "lost" });
  ids = ["1", "2", "3"];
  state.setState({ state: "live", lastMessageAt: 2 });
  ids = ["1", "2", "3", "4"];
  vi.advanceTimersByTime(5000);
  expect(tell.mock.calls).toEqual([[3]]);
});

test("the first loading and a break without orders tell nothing", () => {
  const tell = vi.fn();
  const state = connection();
  const stop = watchReturn(state, () => new Set(["1"]), tell);
  state.setState({ state: "live", lastMessageAt: 1 });
  state.setState({ state: "lost" });
  state.setState({ state: "live", lastMessageAt: 2 });
  vi.advanceTimersByTime(5000);
  stop();
  expect(tell).not.toHaveBeenCalled();
});
