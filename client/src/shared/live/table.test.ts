import { expect, test } from "vitest";

import { bill, call, order, session, store } from "../../testing/samples";
import { applyToOrders, applyToServiceCalls } from "./table";

const table = { id: "table-3", number: 3 };

test("orders of the open session are added and replaced, and the total follows", () => {
  const first = applyToOrders(bill(), { id: 11, type: "order.created", data: { order: order() } });
  const second = applyToOrders(first, {
    id: 12,
    type: "order.created",
    data: { order: order({ id: "order-2", total: 4000 }) },
  });
  expect(second).toMatchObject({ total: 13000, last_event_id: 12 });
  const cancelled = order({ status: "cancelled", cancel_reason: "품절" });
  const after = applyToOrders(second, { id: 13, type: "order.updated", data: { order: cancelled } });
  expect(after.orders.map(({ id, status }) => [id, status])).toEqual([["order-1", "cancelled"], ["order-2", "pending"]]);
  expect(after.total).toBe(4000);
});

test("an event that the snapshot already holds changes nothing", () => {
  const before = bill();
  expect(applyToOrders(before, { id: 10, type: "order.created", data: { order: order() } })).toBe(before);
});

test("an order of guests who left never lands on this bill", () => {
  const late = order({ session_id: "session-0" });
  expect(applyToOrders(bill(), { id: 11, type: "order.updated", data: { order: late } })).toEqual(bill({ last_event_id: 11 }));
});

test("the next session starts with an empty bill", () => {
  const before = bill({ orders: [order()], total: 9000 });
  const closed = applyToOrders(before, { id: 11, type: "session.closed", data: { session, table } });
  expect(closed).toEqual(bill({ session: null, last_event_id: 11 }));
  const next = { ...session, id: "session-2" };
  const opened = applyToOrders(closed, { id: 12, type: "session.opened", data: { session: next, table } });
  expect(opened).toEqual(bill({ session: next, last_event_id: 12 }));
});

test("a known opening keeps the orders, and another session's closing closes nothing", () => {
  const before = bill({ orders: [order()], total: 9000 });
  const again = applyToOrders(before, { id: 11, type: "session.opened", data: { session, table } });
  const other = { ...session, id: "session-0" };
  const after = applyToOrders(again, { id: 12, type: "session.closed", data: { session: other, table } });
  expect(after).toEqual({ ...before, last_event_id: 12 });
});

test("events about other things leave the bill as it is", () => {
  const before = bill({ orders: [order()], total: 9000 });
  const after = applyToOrders(before, { id: 11, type: "service_call.created", data: { service_call: call() } });
  expect(after).toEqual({ ...before, last_event_id: 11 });
});

test("a call is listed when made and shows when it is taken", () => {
  const asked = applyToServiceCalls([], { id: 11, type: "service_call.created", data: { service_call: call() } });
  expect(asked).toEqual([call()]);
  const taken = call({ acknowledged_at: "2026-02-09T10:01:00Z" });
  expect(applyToServiceCalls(asked, { id: 12, type: "service_call.acknowledged", data: { service_call: taken } })).toEqual([taken]);
});

test("a call that was taken stays taken when an older event comes after the list", () => {
  const taken = [call({ acknowledged_at: "2026-02-09T10:01:00Z" })];
  expect(applyToServiceCalls(taken, { id: 11, type: "service_call.created", data: { service_call: call() } })).toBe(taken);
});

test("the calls of a session end with it", () => {
  const calls = [call(), call({ id: "call-2", session_id: null })];
  const after = applyToServiceCalls(calls, { id: 11, type: "session.closed", data: { session, table } });
  expect(after.map(({ id }) => id)).toEqual(["call-2"]);
});

test("events about other things leave the calls as they are", () => {
  const calls = [call()];
  expect(applyToServiceCalls(calls, { id: 11, type: "store.updated", data: { store } })).toBe(calls);
});
