// @vitest-environment node
import { expect, onTestFinished, test, vi } from "vitest";

import { serve } from "../../testing/server";
import { EventLog, follow, forever, line, open, untilSeen, untilState } from "../../testing/stream";
import { createFeed } from "./feed";

test("the stream starts where the snapshot ends, with the token in a header and never in the address", async () => {
  const log = new EventLog();
  const server = await serve((request, response) => { log.stream(request, response); });
  log.append(41);
  log.append(42);
  const { seen } = follow(server, { load: () => Promise.resolve(41) });
  await untilSeen(seen, [42]);
  expect(server.received[0]?.headers).toMatchObject({ authorization: "Bearer token-1", "last-event-id": "41" });
  expect(server.received[0]?.path).toBe("/api/v1/events");
});

test("events come as they happen, with their number, type and data", async () => {
  const log = new EventLog();
  const server = await serve((request, response) => { log.stream(request, response); });
  const events: unknown[] = [];
  const feed = createFeed({
    url: `${server.origin}/api/v1/events`,
    tokens: forever,
    load: () => Promise.resolve(0),
    onEvent: (event) => events.push(event),
  });
  onTestFinished(feed.start());
  await untilState(feed, "live");
  log.append(1);
  await vi.waitFor(() => { expect(events).toEqual([{ id: 1, type: "menu.updated", data: { version: 1 } }]); });
});

test("after the server was killed and came back nothing is missed and nothing comes twice", async () => {
  const log = new EventLog();
  const server = await serve((request, response) => { log.stream(request, response); });
  const { feed, seen } = follow(server);
  await untilState(feed, "live");
  log.append(1);
  log.append(2);
  await untilSeen(seen, [1, 2]);
  await server.kill();
  await untilState(feed, "lost");
  log.append(3);
  log.append(4);
  await server.listen();
  await untilState(feed, "live");
  log.append(5);
  await untilSeen(seen, [1, 2, 3, 4, 5]);
});

test("a server that ends the stream is joined again from the last event", async () => {
  const log = new EventLog();
  const server = await serve((request, response) => { log.stream(request, response); });
  const { feed, seen } = follow(server);
  await untilState(feed, "live");
  log.append(1);
  await untilSeen(seen, [1]);
  log.end();
  await vi.waitFor(() => { expect(server.received).toHaveLength(2); });
  expect(server.received[1]?.headers["last-event-id"]).toBe("1");
});

test("an event that a server sends again is not delivered again", async () => {
  const server = await serve((_, response) => {
    open(response);
    response.write(line(1) + line(2) + line(2) + line(1) + line(3));
  });
  const { seen } = follow(server);
  await untilSeen(seen, [1, 2, 3]);
});

test("an event cut into pieces, also inside a letter, arrives whole", async () => {
  const bytes = Buffer.from('id: 1\nevent: store.updated\ndata: {"store": {"name": "한빛식당"}}\n\n');
  const server = await serve((_, response) => {
    open(response);
    let sent = 0;
    const timer = setInterval(() => {
      response.write(bytes.subarray(sent, (sent += 7)));
      if (sent >= bytes.length) clearInterval(timer);
    }, 1);
  });
  const events: unknown[] = [];
  const feed = createFeed({
    url: server.origin,
    tokens: forever,
    load: () => Promise.resolve(0),
    onEvent: ({ data }) => events.push(data),
  });
  onTestFinished(feed.start());
  await vi.waitFor(() => { expect(events).toEqual([{ store: { name: "한빛식당" } }]); });
});

test("a stopped feed closes its stream and says nothing more", async () => {
  const log = new EventLog();
  const closed = vi.fn();
  const server = await serve((request, response) => {
    log.stream(request, response);
    response.on("close", closed);
  });
  const { feed, seen, stop } = follow(server);
  await untilState(feed, "live");
  stop();
  await vi.waitFor(() => { expect(closed).toHaveBeenCalledOnce(); });
  log.append(1);
  expect(seen).toEqual([]);
  expect(server.received).toHaveLength(1);
});
