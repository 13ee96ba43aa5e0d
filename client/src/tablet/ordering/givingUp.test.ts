import type { ServerResponse } from "node:http";

import { expect, test, vi } from "vitest";

import { keys, line, ready } from "../../testing/ordering";
import { order } from "../../testing/samples";
import { refuse, sendJson, serve, type TestServer } from "../../testing/server";

const WITHDRAW = "/api/v1/orders/withdraw";
const isWithdrawal = ({ path }: { path: string }) => path === WITHDRAW;

/** A server that gives no answer to an order, and `given` to whoever gives it up. */
async function silent(given: (response: ServerResponse) => void): Promise<TestServer> {
  const server = await serve((request, response) => {
    if (isWithdrawal(request)) given(response);
    else refuse(response, 503, "unavailable");
  });
  return server;
}

const neverCame = (response: ServerResponse) => { sendJson(response, 200, { order: null }); };
const hasCome = (response: ServerResponse) => { sendJson(response, 200, { order: order() }); };

test("an order that never came is given up: its cart is free, and the next order has a new key", async () => {
  const server = await silent(neverCame);
  const { cart, ordering, place, until } = ready(server);
  place();
  await until("unanswered");
  ordering.giveUp();
  await until("refused");
  expect(ordering.phase.getState()).toMatchObject({ reason: "withdrawn" });
  expect(cart.state.getState()).toMatchObject({ lines: [line], pending: null });
  expect(keys(server).size).toBe(1);
  place();
  await vi.waitFor(() => { expect(keys(server).size).toBe(2); });
});

test("an order that has come after all is shown instead", async () => {
  const server = await silent(hasCome);
  const { cart, ordering, onPlaced, place, until } = ready(server);
  place();
  await until("unanswered");
  ordering.giveUp();
  await until("placed");
  expect(cart.state.getState()).toMatchObject({ lines: [], pending: null });
  expect(onPlaced).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ id: order().id }), true);
});

test.each([503, 404, 401])("without an answer (%i) it is kept as it is, and nothing is sent by itself", async (status) => {
  const server = await silent((response) => { refuse(response, status, "no"); });
  const { cart, ordering, place, until } = ready(server);
  place();
  await until("unanswered");
  const { pending } = cart.state.getState();
  ordering.giveUp();
  await until("withdrawing");
  ordering.sendAgain();
  await until("unanswered");
  expect(ordering.phase.getState()).toMatchObject({ isUnwanted: true });
  expect(cart.state.getState()).toMatchObject({ lines: [line], pending });
  expect(server.received.at(-1)?.path).toBe(WITHDRAW);
});

test("a refusal after an attempt without an answer counts once that one cannot come any more", async () => {
  let isLater = false;
  const server = await serve((request, response) => {
    if (isWithdrawal(request)) neverCame(response);
    else refuse(response, isLater ? 422 : 503, "menu_item_sold_out");
    isLater = true;
  });
  const { cart, place, until } = ready(server);
  place();
  await until("refused");
  expect(server.received.map(({ path }) => path)).toEqual(["/api/v1/orders", "/api/v1/orders", WITHDRAW]);
  expect(cart.state.getState().pending).toBeNull();
});

test("when that earlier attempt has come meanwhile, it is shown", async () => {
  const server = await silent(hasCome);
  const { ordering, place, until } = ready(server);
  place();
  await until("unanswered");
  server.handler = (request, response) => {
    if (isWithdrawal(request)) hasCome(response);
    else refuse(response, 409, "store_paused");
  };
  ordering.sendAgain();
  await until("placed");
});

test("one that was given up before the page was lost is refused for that, and the cart is free", async () => {
  const server = await silent(neverCame);
  const { cart, ordering, place, until } = ready(server);
  place();
  await until("unanswered");
  server.handler = (request, response) => {
    if (isWithdrawal(request)) neverCame(response);
    else refuse(response, 409, "order_withdrawn");
  };
  ordering.sendAgain();
  await until("refused");
  expect(ordering.phase.getState()).toMatchObject({ reason: "withdrawn" });
  expect(cart.state.getState()).toMatchObject({ lines: [line], pending: null });
});

test.each([
  [hasCome, { number: order().number }],
  [neverCame, { number: null }],
])("of a session that is over the order is never sent again, only asked about (%#)", async (given, outcome) => {
  const server = await silent(given);
  const { cart, ordering, onLastOrder, place, until } = ready(server);
  place();
  await until("unanswered");
  const sent = server.received.length;
  cart.leave();
  ordering.askAfter();
  await until("idle");
  expect(onLastOrder).toHaveBeenCalledExactlyOnceWith(outcome);
  expect(server.received.slice(sent).map(({ path }) => path)).toEqual([WITHDRAW]);
  expect(keys(server).size).toBe(1);
  expect(cart.state.getState()).toMatchObject({ lines: [], pending: null });
});
