import { afterEach, beforeEach, expect, onTestFinished, test, vi } from "vitest";

import { followReleasesUnconnected } from "./followReleases";

const take = vi.fn();
const bring = vi.fn(() => Promise.resolve(true));

beforeEach(() => {
  vi.useFakeTimers();
  vi.clearAllMocks();
  document.body.innerHTML = "<input>";
  onTestFinished(followReleasesUnconnected({ bring, take }));
});

afterEach(() => { vi.useRealTimers(); });

const pass = (seconds: number) => vi.advanceTimersByTimeAsync(seconds * 1000);

test("a tablet without a table takes a new release once nobody has touched it for a moment", async () => {
  await pass(8);
  expect(take).not.toHaveBeenCalled();
  await pass(4);
  expect(take).toHaveBeenCalledOnce();
});

test("it asks again every minute, because no stream tells it that the server is back", async () => {
  bring.mockResolvedValueOnce(false).mockResolvedValueOnce(false);
  await pass(12);
  expect(bring).toHaveBeenCalledOnce();
  await pass(62);
  await pass(62);
  expect(bring).toHaveBeenCalledTimes(3);
  expect(take).toHaveBeenCalledOnce();
});

test("who is filling it in keeps the page, for as long as they may still be there", async () => {
  const field = document.querySelector("input") ?? expect.unreachable();
  field.value = "demo";
  field.dispatchEvent(new Event("input", { bubbles: true }));
  await pass(290);
  expect(bring).not.toHaveBeenCalled();
  await pass(15);
  expect(take).toHaveBeenCalledOnce();
});

test("who comes while the release is on its way keeps the page", async () => {
  let arrive: (isNew: boolean) => void = () => undefined;
  bring.mockReturnValueOnce(new Promise((resolve) => { arrive = resolve; }));
  await pass(12);
  expect(bring).toHaveBeenCalledOnce();
  document.body.dispatchEvent(new Event("pointerdown", { bubbles: true }));
  arrive(true);
  await pass(1);
  expect(take).not.toHaveBeenCalled();
});
