// @vitest-environment node
import { expect, test, vi } from "vitest";

import { serve } from "../../testing/server";
import { follow, open, QUICK, untilState } from "../../testing/stream";

test("a stream that falls silent is lost, and joined again", async () => {
  const server = await serve((_, response) => { open(response); });
  const { feed } = follow(server);
  const states: string[] = [];
  feed.connection.subscribe(({ state }) => states.push(state));
  await vi.waitFor(() => { expect(server.received.length).toBeGreaterThan(1); }, { timeout: 3000 });
  expect(states).toContain("live");
  expect(states).toContain("lost");
});

test("comments keep a quiet stream alive", async () => {
  const server = await serve((_, response) => {
    open(response);
    const timer = setInterval(() => response.write(": keep-alive\n\n"), QUICK.silence / 10);
    response.on("close", () => { clearInterval(timer); });
  });
  const { feed } = follow(server);
  await untilState(feed, "live");
  const since = feed.connection.getState().lastMessageAt ?? 0;
  await vi.waitFor(
    () => { expect(feed.connection.getState().lastMessageAt).toBeGreaterThan(since + 2 * QUICK.silence); },
    { timeout: 3000 },
  );
  expect(server.received).toHaveLength(1);
});

test("a server that does not answer at all is lost", async () => {
  const server = await serve(() => undefined);
  const { feed } = follow(server);
  expect(feed.connection.getState().state).toBe("connecting");
  await untilState(feed, "lost");
  expect(feed.connection.getState().lastMessageAt).toBeNull();
});

test.each([204, 403, 502])("a %i is not the end: the stream is asked for until it comes", async (status) => {
  let answers = 0;
  const server = await serve((_, response) => {
    answers += 1;
    if (answers > 3) open(response);
    else response.writeHead(status).end();
  });
  const { feed } = follow(server);
  await untilState(feed, "live");
  expect(answers).toBe(4);
});

test("a page from a Wi-Fi gate is not a stream", async () => {
  const server = await serve((_, response) => {
    response.writeHead(200, { "Content-Type": "text/html" });
    response.end("<h1>Welcome</h1>");
  });
  const { feed } = follow(server);
  await untilState(feed, "lost");
});
