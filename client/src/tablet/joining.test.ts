import { waitFor } from "@testing-library/react";
import type { ServerResponse } from "node:http";
import { beforeEach, expect, onTestFinished, test } from "vitest";

import { keep } from "../shared/storage";
import { cola, menuOf, openRestaurant, type Restaurant, seat } from "../testing/restaurant";
import { bill, order, session } from "../testing/samples";
import { refuse, sendJson } from "../testing/server";
import { priceCart } from "./cart/pricing";
import { createTabletClient } from "./client";
import { createTablet, type Tablet } from "./tablet";

const line = { menu_item: "cola", name: cola.name, options: [], quantity: 1, note: "", unit_price: cola.price };
const elsewhere = { id: "table-8", number: 8 };
const table = { id: "table-3", number: 3 };

let restaurant: Restaurant;

beforeEach(async () => {
  restaurant = await openRestaurant();
});

/** The table's tablet; with `isDeaf` no event reaches it. */
async function open({ isDeaf = true } = {}): Promise<Tablet> {
  const { handler } = restaurant.server;
  restaurant.server.handler = (request, response) => {
    if (isDeaf && request.path === "/api/v1/events") refuse(response, 503, "unavailable");
    else handler(request, response);
  };
  keep("tablet", 1, (value): value is typeof seat => value !== null).write(seat);
  const tablet = createTablet(createTabletClient(restaurant.server.origin), seat.table);
  onTestFinished(tablet.start());
  await waitFor(() => { expect(tablet.state.getState().bill).not.toBeNull(); });
  return tablet;
}

function place(tablet: Tablet): void {
  tablet.cart.add(line);
  tablet.ordering.place(priceCart(menuOf([cola]), tablet.cart.state.getState().lines));
}

const placed = (tablet: Tablet) => waitFor(() => { expect(tablet.ordering.phase.getState().kind).toBe("placed"); });
const told = (tablet: Tablet) => waitFor(() => {
  const { farewell } = tablet.state.getState();
  expect(farewell?.lastOrder).not.toBeNull();
  return farewell ?? expect.unreachable();
});

test("an order that was answered while no event comes through makes the next one its session's", async () => {
  const tablet = await open();
  place(tablet);
  await placed(tablet);
  tablet.ordering.dismiss();
  restaurant.onOrder = (_, response) => { refuse(response, 409, "session_closed"); };
  place(tablet);
  // Staff moved the guests meanwhile: no second session is opened here, and they are told.
  await waitFor(() => { expect(tablet.state.getState().farewell).toMatchObject({ lastOrder: { number: null } }); });
  expect(restaurant.ordersReceived.map(({ body }) => (body as { session_id: unknown }).session_id)).toEqual([null, session.id]);
});

test("the bill has the order although no event told of it", async () => {
  const tablet = await open();
  restaurant.onOrder = (_, response) => {
    restaurant.bill = bill({ session, orders: [order()], total: 9000 });
    restaurant.accept(response, { id: "order-1" });
  };
  place(tablet);
  await placed(tablet);
  await waitFor(() => { expect(tablet.state.getState().bill?.total).toBe(9000); });
});

function repeat(response: ServerResponse, changes: Parameters<typeof order>[0] = {}): void {
  sendJson(response, 200, order({ number: 17, ...changes }));
}

test("an answer that comes late, after the guests were moved, tells them their number and their table", async () => {
  const tablet = await open();
  restaurant.onOrder = (_, response) => { repeat(response, { table: elsewhere }); };
  place(tablet);
  expect(await told(tablet)).toEqual({ lastOrder: { number: 17 }, movedTo: 8 });
  expect(tablet.cart.state.getState()).toMatchObject({ session_id: null, lines: [], pending: null });
});

test("an answer that comes late, after their session was finished, tells them their number", async () => {
  const tablet = await open();
  restaurant.onOrder = (_, response) => { repeat(response); };
  place(tablet);
  expect(await told(tablet)).toEqual({ lastOrder: { number: 17 }, movedTo: null });
  expect(tablet.cart.state.getState().session_id).toBeNull();
});

test("an answer that comes late, while their session goes on, is shown as any other", async () => {
  const tablet = await open();
  restaurant.onOrder = (_, response) => {
    restaurant.bill = bill({ session, orders: [order()], total: 9000 });
    repeat(response, { id: "order-1" });
  };
  place(tablet);
  await placed(tablet);
  await waitFor(() => { expect(tablet.state.getState().bill?.total).toBe(9000); });
  expect(tablet.ordering.phase.getState().kind).toBe("placed");
});

test("a bill that was asked for before the order was stored ends nothing", async () => {
  const tablet = await open({ isDeaf: false });
  const { handler } = restaurant.server;
  let answerIt: () => void = () => undefined;
  restaurant.server.handler = (request, response) => {
    if (request.path === "/api/v1/service-calls") answerIt = () => { handler(request, response); };
    else handler(request, response);
  };
  restaurant.announce("session.moved", { session, table, from_table: elsewhere });
  await waitFor(() => { expect(restaurant.server.to("/api/v1/service-calls")).toHaveLength(2); });
  place(tablet);
  await placed(tablet);
  restaurant.bill = bill({ session, orders: [order()], total: 9000 });
  restaurant.server.handler = handler;
  answerIt();
  await waitFor(() => { expect(tablet.state.getState().bill?.total).toBe(9000); });
  expect(tablet.state.getState().farewell).toBeNull();
});

test("a late event of guests who left before them ends nothing", async () => {
  const tablet = await open({ isDeaf: false });
  place(tablet);
  await placed(tablet);
  restaurant.bill = bill({ session, orders: [order()], total: 9000 });
  const earlier = { ...session, id: "session-0" };
  restaurant.announce("session.opened", { session: earlier, table });
  restaurant.announce("session.moved", { session: earlier, table: elsewhere, from_table: table });
  restaurant.announce("session.opened", { session, table });
  await waitFor(() => { expect(tablet.state.getState().bill?.session?.id).toBe(session.id); });
  expect(tablet.state.getState().farewell).toBeNull();
  expect(tablet.cart.state.getState().session_id).toBe(session.id);
});

test("an order without an answer is asked about by itself once its session is over", async () => {
  restaurant.bill = bill({ session });
  restaurant.onOrder = (_, response) => { response.destroy(); };
  const tablet = await open({ isDeaf: false });
  place(tablet);
  await waitFor(() => { expect(tablet.ordering.phase.getState().kind).toBe("unanswered"); }, { timeout: 15_000 });
  const sent = restaurant.ordersReceived.length;
  restaurant.onWithdrawal = (_, response) => { sendJson(response, 200, { order: order({ number: 17 }) }); };
  restaurant.announce("session.closed", { session, table });
  expect(await told(tablet)).toMatchObject({ lastOrder: { number: 17 } });
  expect(restaurant.ordersReceived).toHaveLength(sent);
});
