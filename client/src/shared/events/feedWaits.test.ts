// @vitest-environment node
import { expect, onTestFinished, test, vi } from "vitest";

import { serve, type TestServer } from "../../testing/server";
import { forever } from "../../testing/stream";
import { createFeed, TIMINGS } from "./feed";

/** So long that no other timer is taken for a wait. */
const LONG = 1000;
const [first, ...others] = TIMINGS.waits;
const SLOW = { ...TIMINGS, waits: [first * LONG, ...others.map((wait) => wait * LONG)] as [number, ...number[]] };

/** Writes down the waits between attempts, and waits for none of them. */
function recordWaits(): number[] {
  const waits: number[] = [];
  const real = setTimeout;
  vi.spyOn(globalThis, "setTimeout").mockImplementation(((action: () => void, time: number) => {
    const isWait = time >= (first * LONG) / 2;
    if (isWait) waits.push(time / LONG);
    return real(action, isWait ? 0 : time);
  }) as typeof setTimeout);
  return waits;
}

async function expectWaits(server: TestServer, plan: number[]): Promise<void> {
  const waits = recordWaits();
  const options = { url: server.origin, tokens: forever, load: () => Promise.resolve(0), onEvent: vi.fn() };
  onTestFinished(createFeed({ ...options, timings: SLOW }).start());
  while (waits.length < plan.length) await new Promise((resolve) => setImmediate(resolve));
  plan.forEach((longest, attempt) => {
    expect(waits[attempt]).toBeGreaterThan(longest * 0.8 - 1);
    expect(waits[attempt]).toBeLessThanOrEqual(longest);
  });
}

test("the waits between attempts are the ones of the plan, at most a fifth shorter", async () => {
  const server = await serve(() => undefined);
  await server.kill();
  await expectWaits(server, [1000, 2000, 4000, 5000, 5000, 5000]);
});

test("after a stream that worked, the waits begin again with the first", async () => {
  let asked = 0;
  const server = await serve((_, response) => {
    asked += 1;
    if (asked === 3) response.writeHead(200, { "Content-Type": "text/event-stream" }).end("retry: 2000\n\n");
    else response.writeHead(502).end();
  });
  await expectWaits(server, [1000, 2000, 1000, 2000, 4000]);
});
