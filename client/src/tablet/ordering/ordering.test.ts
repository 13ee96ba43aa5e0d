import { expect, test, vi } from "vitest";

import { keys, line, ready } from "../../testing/ordering";
import { order } from "../../testing/samples";
import { refuse, sendJson, serve, type TestServer } from "../../testing/server";
import { createCart } from "../cart/cart";
import { createTabletClient } from "../client";
import { createOrdering } from "./ordering";

const bodies = (server: TestServer) => new Set(server.received.map(({ body }) => JSON.stringify(body)));

test("key and body are in storage before the order goes out", async () => {
  let stored: unknown;
  const server = await serve((_, response) => {
    stored = JSON.parse(localStorage.getItem("tableorder.cart.v2") ?? "null");
    sendJson(response, 201, order());
  });
  const { place, until } = ready(server);
  place();
  await until("placed");
  const [sent] = server.received;
  expect(stored).toMatchObject({ pending: { key: sent?.headers["idempotency-key"], body: sent?.body } });
  expect(server.received[0]?.body).toEqual({
    items: [{ menu_item: "cola", quantity: 2, options: [], note: "" }],
    note: "",
    expected_total: 6000,
    session_id: null,
  });
});

test.each([408, 425, 429, 500, 502, 503])("an answer of %i is asked again with the same key and body", async (status) => {
  const server = await serve((_, response) => {
    if (server.received.length < 3) refuse(response, status, "later");
    else sendJson(response, 200, order());
  });
  const { cart, place, until } = ready(server);
  place();
  await until("placed");
  expect(server.received).toHaveLength(3);
  expect(keys(server).size).toBe(1);
  expect(bodies(server).size).toBe(1);
  expect(cart.state.getState()).toMatchObject({ lines: [], pending: null });
});

test("after three more tries a person decides, and sends the same again", async () => {
  const server = await serve((_, response) => { refuse(response, 503, "unavailable"); });
  const { ordering, place, until } = ready(server);
  place();
  await until("unanswered");
  expect(server.received).toHaveLength(4);
  server.handler = (_, response) => { sendJson(response, 200, order()); };
  ordering.sendAgain();
  await until("placed");
  expect(server.received).toHaveLength(5);
  expect(keys(server).size).toBe(1);
  expect(bodies(server).size).toBe(1);
});

test("a killed server is no answer, and its return brings one", async () => {
  const server = await serve((_, response) => { sendJson(response, 201, order()); });
  await server.kill();
  const { ordering, place, until } = ready(server);
  place();
  await until("unanswered");
  await server.listen();
  ordering.sendAgain();
  await until("placed");
  expect(server.received).toHaveLength(1);
});

test("while an order is unresolved the cart does not change, nothing closes and no other order starts", async () => {
  const server = await serve((_, response) => { refuse(response, 503, "unavailable"); });
  const { cart, ordering, place, until } = ready(server);
  place();
  place();
  expect([cart.add(line), cart.clear(), cart.remove("any")]).toEqual([false, false, false]);
  await until("unanswered");
  ordering.dismiss();
  ordering.confirm();
  place();
  expect(ordering.phase.getState().kind).toBe("unanswered");
  expect(cart.state.getState().lines).toEqual([line]);
  expect(keys(server).size).toBe(1);
});

test("after a reload the order waits for a person, with its key", async () => {
  const server = await serve((_, response) => { refuse(response, 503, "unavailable"); });
  const { place, until } = ready(server);
  place();
  await until("unanswered");
  const sent = server.received.length;
  const client = createTabletClient(server.origin);
  const nothing = () => undefined;
  const cart = createCart("table-3");
  const reloaded = createOrdering({
    client, cart, onStaleMenu: nothing, onSessionClosed: nothing, onLastOrder: nothing, onPlaced: nothing, waits: [],
  });
  expect(reloaded.phase.getState().kind).toBe("unanswered");
  expect(server.received).toHaveLength(sent);
  server.handler = (_, response) => { sendJson(response, 200, order()); };
  reloaded.sendAgain();
  await vi.waitFor(() => { expect(reloaded.phase.getState().kind).toBe("placed"); });
  expect(keys(server).size).toBe(1);
});

test("a sign-in that is over says nothing about the order: it stays", async () => {
  const server = await serve((_, response) => { refuse(response, 401, "token_not_valid"); });
  const { cart, place, until } = ready(server);
  place();
  await until("unanswered");
  expect(server.received).toHaveLength(1);
  expect(cart.state.getState().pending).not.toBeNull();
});

test("any other refusal frees the cart, and the next order has a new key", async () => {
  const server = await serve((_, response) => { refuse(response, 400, "invalid"); });
  const { cart, onStaleMenu, place, until } = ready(server);
  place();
  await until("refused");
  expect(cart.state.getState()).toMatchObject({ lines: [line], pending: null });
  expect(onStaleMenu).toHaveBeenCalledOnce();
  place();
  await vi.waitFor(() => { expect(keys(server).size).toBe(2); });
});
