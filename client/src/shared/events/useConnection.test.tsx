import { act, render, screen } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { createStore } from "zustand/vanilla";

import type { Connection } from "./feed";
import { useConnection } from "./useConnection";

const connection = createStore<Connection>(() => ({ state: "connecting", lastMessageAt: null }));

function Chip() {
  const { state, silentFor } = useConnection(connection);
  return <p>{`${state} ${silentFor ?? "never"}`}</p>;
}

afterEach(() => {
  vi.useRealTimers();
});

test("a screen sees the state, and counts the seconds of silence until the server speaks again", () => {
  vi.useFakeTimers();
  render(<Chip />);
  expect(screen.getByText("connecting never")).toBeDefined();
  act(() => { connection.setState({ state: "live", lastMessageAt: Date.now() }); });
  expect(screen.getByText("live 0")).toBeDefined();
  act(() => { vi.advanceTimersByTime(10_000); });
  expect(screen.getByText("live 0")).toBeDefined();
  act(() => { connection.setState({ state: "lost" }); });
  act(() => { vi.advanceTimersByTime(25_000); });
  expect(screen.getByText(/^lost 3[45]$/)).toBeDefined();
  act(() => { connection.setState({ state: "live", lastMessageAt: Date.now() }); });
  expect(screen.getByText("live 0")).toBeDefined();
});
