// @vitest-environment node
import { expect, test, vi } from "vitest";

import { refuse, serve } from "../../testing/server";
import { follow, line, open, QUICK, untilSeen, untilState } from "../../testing/stream";
import type { Tokens } from "../api/session";

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
