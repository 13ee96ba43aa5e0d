// @vitest-environment node
import { expect, test } from "vitest";

import { refuse, sendJson, serve } from "../../testing/server";
import { chooseLanguage } from "../words/language";
import { answer, createApi } from "./client";
import { isFinal, Refusal, Unreachable } from "./errors";

const menu = { version: 1, store: {}, categories: [] };

async function failure(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => expect.unreachable("the call was answered"),
    (error: unknown) => error,
  );
}

test("a call answers what the server sent", async () => {
  const server = await serve((_, response) => { sendJson(response, 200, menu); });
  expect(await answer(createApi({ origin: server.origin }).GET("/api/v1/menu"))).toEqual(menu);
});

test("a call goes out with its body, its key and the guest's language", async () => {
  const server = await serve((_, response) => { sendJson(response, 201, { id: "order-1" }); });
  chooseLanguage("en");
  const body = { items: [{ menu_item: "stew", quantity: 2 }], expected_total: 18000 };
  const header = { "Idempotency-Key": "key-1" };
  await createApi({ origin: server.origin }).POST("/api/v1/orders", { params: { header }, body });
  const [request] = server.received;
  expect(request?.body).toEqual(body);
  expect(request?.headers).toMatchObject({ "idempotency-key": "key-1", "accept-language": "en" });
  expect(request?.headers.authorization).toBeUndefined();
});

test("a refusal carries its status, its faults, the wait and the rest of the answer", async () => {
  const errors = [{ code: "price_changed", detail: "Prices changed.", attr: "expected_total" }];
  const server = await serve((_, response) => {
    sendJson(response, 409, { type: "client_error", errors, total: 19000 }, { "Retry-After": "7" });
  });
  const error = await failure(createApi({ origin: server.origin }).GET("/api/v1/menu"));
  expect(error).toBeInstanceOf(Refusal);
  expect(error).toMatchObject({ status: 409, errors, retryAfter: 7, body: { total: 19000 } });
  expect((error as Refusal).has("price_changed")).toBe(true);
  expect((error as Refusal).has("not_found")).toBe(false);
});

test.each([
  [400, true],
  [404, true],
  [409, true],
  [422, true],
  [408, false],
  [425, false],
  [429, false],
])("a %i is final: %s", async (status, final) => {
  const server = await serve((_, response) => { refuse(response, status, "some_code"); });
  expect(isFinal(await failure(createApi({ origin: server.origin }).GET("/api/v1/menu")))).toBe(final);
});

test("a server in trouble is no refusal, and says when to come back", async () => {
  const server = await serve((_, response) => { refuse(response, 503, "unavailable", { "Retry-After": "3" }); });
  const error = await failure(createApi({ origin: server.origin }).GET("/api/v1/menu"));
  expect(error).toBeInstanceOf(Unreachable);
  expect(error).toMatchObject({ reason: "server", retryAfter: 3 });
  expect(isFinal(error)).toBe(false);
});

test("a date in Retry-After counts as the seconds until then", async () => {
  const date = new Date(Date.now() + 60_000).toUTCString();
  const server = await serve((_, response) => { refuse(response, 429, "throttled", { "Retry-After": date }); });
  const error = (await failure(createApi({ origin: server.origin }).GET("/api/v1/menu"))) as Refusal;
  expect(error.retryAfter).toBeGreaterThan(30);
  expect(error.retryAfter).toBeLessThanOrEqual(60);
});

test.each([200, 403, 404])("a page from a Wi-Fi gate with status %i is nobody's answer", async (status) => {
  const server = await serve((_, response) => {
    response.writeHead(status, { "Content-Type": "text/html" });
    response.end("<h1>Welcome to our Wi-Fi</h1>");
  });
  const error = await failure(answer(createApi({ origin: server.origin }).GET("/api/v1/menu")));
  expect(error).toMatchObject({ name: "Unreachable", reason: "foreign" });
});

test("a server that is not there is a network failure", async () => {
  const server = await serve(() => undefined);
  await server.kill();
  const error = await failure(createApi({ origin: server.origin }).GET("/api/v1/menu"));
  expect(error).toMatchObject({ name: "Unreachable", reason: "network" });
});

test("a server that never answers meets the time limit", async () => {
  const server = await serve(() => undefined);
  const error = await failure(createApi({ origin: server.origin, timeLimit: 50 }).GET("/api/v1/menu"));
  expect(error).toMatchObject({ name: "Unreachable", reason: "timeout" });
});

test("an answer that stops half-way meets the time limit too", async () => {
  const server = await serve((_, response) => {
    response.writeHead(200, { "Content-Type": "application/json" });
    response.write('{"version":');
  });
  const error = await failure(createApi({ origin: server.origin, timeLimit: 50 }).GET("/api/v1/menu"));
  expect(error).toMatchObject({ name: "Unreachable", reason: "timeout" });
});

test("a call that its caller gives up is neither refused nor unreachable", async () => {
  const server = await serve(() => undefined);
  const caller = new AbortController();
  const call = failure(createApi({ origin: server.origin }).GET("/api/v1/menu", { signal: caller.signal }));
  caller.abort();
  expect(await call).toMatchObject({ name: "AbortError" });
});
