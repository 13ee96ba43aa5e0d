// @vitest-environment node
import type { ServerResponse } from "node:http";

import { expect, onTestFinished, test, vi } from "vitest";

import { refuse, type Received, serve, type TestServer } from "../../testing/server";
import type { Tokens } from "../api/session";
import { createFeed, type Feed, TIMINGS } from "./feed";

const QUICK = { answer: 1000, silence: 500, waits: [5, 10, 20, 20] as [number, ...number[]] };

const forever: Tokens = { access: () => "token-1", renew: (stale) => Promise.resolve(stale) };

/** A store's event log, behind a stream that resumes as the real one does. */
class EventLog {
  readonly ids: number[] = [];
  readonly #readers = new Set<ServerResponse>();

  append(id: number): void {
    this.ids.push(id);
    for (const reader of this.#readers) reader.write(line(id));
  }

  stream(request: Received, response: ServerResponse): void {
    open(response);
    const after = Number(request.headers["last-event-id"]);
    for (const id of this.ids.filter((each) => each > after)) response.write(line(id));
    this.#readers.add(response);
    response.on("close", () => this.#readers.delete(response));
  }

  end(): void {
    for (const reader of this.#readers) reader.end();
  }
}

function line(id: number): string {
  return `id: ${id}\nevent: menu.updated\ndata: {"version": ${id}}\n\n`;
}

function open(response: ServerResponse): void {
  response.writeHead(200, { "Content-Type": "text/event-stream" });
  response.write("retry: 2000\n\n");
}

interface Follower {
  feed: Feed;
  seen: number[];
  stop: () => void;
}

function follow(server: TestServer, { tokens = forever, load = () => Promise.resolve(0) } = {}): Follower {
  const seen: number[] = [];
  const url = `${server.origin}/api/v1/events`;
  const feed = createFeed({ url, tokens, load, onEvent: ({ id }) => seen.push(id), timings: QUICK });
  const stop = feed.start();
  onTestFinished(stop);
  return { feed, seen, stop };
}

const untilState = (feed: Feed, state: string) =>
  vi.waitFor(() => { expect(feed.connection.getState().state).toBe(state); }, { timeout: 3000, interval: 5 });

const untilSeen = (seen: number[], ids: number[]) =>
  vi.waitFor(() => { expect(seen).toEqual(ids); }, { timeout: 3000, interval: 5 });

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

test("an expired token is renewed and the stream joined at once", async () => {
  let access: string | null = "expired";
  const tokens: Tokens = {
    access: () => access,
    renew: () => Promise.resolve((access = "token-2")),
  };
  const server = await serve((request, response) => {
    if (request.headers.authorization === "Bearer token-2") open(response);
    else refuse(response, 401, "token_not_valid");
  });
  const { feed } = follow(server, { tokens });
  await untilState(feed, "live");
  expect(server.received.map(({ headers }) => headers.authorization)).toEqual(["Bearer expired", "Bearer token-2"]);
});

test("when the sign-in ends, the screen follows no longer", async () => {
  let access: string | null = "revoked";
  const tokens: Tokens = {
    access: () => access,
    renew: () => Promise.resolve((access = null)),
  };
  const server = await serve((_, response) => { refuse(response, 401, "token_not_valid"); });
  follow(server, { tokens });
  await vi.waitFor(() => { expect(access).toBeNull(); });
  await new Promise((resolve) => setTimeout(resolve, 10 * QUICK.waits[0]));
  expect(server.received).toHaveLength(1);
});

test("after a reset the snapshot is loaded again and the stream goes on from its number", async () => {
  const server = await serve((request, response) => {
    open(response);
    if (request.headers["last-event-id"] === "1") response.write("event: reset\ndata: {}\n\n" + line(2));
    else response.write(line(100) + line(101));
  });
  const numbers = [1, 100];
  const { feed, seen } = follow(server, { load: () => Promise.resolve(numbers.shift() ?? 0) });
  const states = new Set<string>();
  feed.connection.subscribe(({ state }) => states.add(state));
  await untilSeen(seen, [101]);
  expect([...states]).toEqual(["live"]);
  expect(numbers).toEqual([]);
  expect(server.received.map(({ headers }) => headers["last-event-id"])).toEqual(["1", "100"]);
});

test("a snapshot that cannot be loaded is asked for again before the stream is", async () => {
  const server = await serve((_, response) => { open(response); });
  let tries = 0;
  const load = () => {
    tries += 1;
    return tries < 3 ? Promise.reject(new Error("offline")) : Promise.resolve(7);
  };
  const { feed } = follow(server, { load });
  await untilState(feed, "live");
  expect(tries).toBe(3);
  expect(server.received.map(({ headers }) => headers["last-event-id"])).toEqual(["7"]);
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
