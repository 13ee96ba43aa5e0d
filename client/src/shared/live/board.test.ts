import { expect, test } from "vitest";

import { board, boardTable, call, order, session, store } from "../../testing/samples";
import type { BoardSession, Order } from "../api/types";
import type { StoreEvent } from "../events/types";
import { applyToBoard } from "./board";

const table = { id: "table-3", number: 3 };

function open(...orders: Order[]): BoardSession {
  const total = orders.reduce((sum, each) => sum + each.total, 0);
  return { id: session.id, opened_at: session.opened_at, guests: 2, total, orders };
}

test("a new order joins the end of its table's session, and only there", () => {
  const before = board(boardTable({ session: open(order()) }), boardTable({ id: "table-4", number: 4 }));
  const second = order({ id: "order-2", number: 2, total: 5000 });
  const after = applyToBoard(before, { id: 11, type: "order.created", data: { order: second } });
  expect(after.tables[0]?.session).toMatchObject({ orders: [order(), second], total: 14000 });
  expect(after.tables[1]).toBe(before.tables[1]);
  expect(after.last_event_id).toBe(11);
});

test("an updated order takes the place of its older version", () => {
  const before = board(boardTable({ session: open(order(), order({ id: "order-2" })) }));
  const preparing = order({ status: "preparing" });
  const after = applyToBoard(before, { id: 11, type: "order.updated", data: { order: preparing } });
  expect(after.tables[0]?.session?.orders).toEqual([preparing, order({ id: "order-2" })]);
});

test("a cancelled order stays in the list and leaves the total", () => {
  const before = board(boardTable({ session: open(order(), order({ id: "order-2", total: 4000 })) }));
  const cancelled = order({ status: "cancelled" });
  const after = applyToBoard(before, { id: 11, type: "order.updated", data: { order: cancelled } });
  expect(after.tables[0]?.session).toMatchObject({ orders: [cancelled, { id: "order-2" }], total: 4000 });
});

test.each([10, 9])("event %i, which the snapshot already holds, changes nothing", (id) => {
  const before = board(boardTable({ session: open() }));
  expect(applyToBoard(before, { id, type: "order.created", data: { order: order() } })).toBe(before);
});

test("an order of a session that is not the open one is ignored", () => {
  const before = board(boardTable({ session: open() }), boardTable({ id: "table-4", number: 4 }));
  const late = order({ session_id: "session-0" });
  const elsewhere = order({ table: { id: "table-4", number: 4 } });
  let after = applyToBoard(before, { id: 11, type: "order.updated", data: { order: late } });
  after = applyToBoard(after, { id: 12, type: "order.updated", data: { order: elsewhere } });
  expect(after).toEqual({ ...before, last_event_id: 12 });
});

test("a session opens empty and closes to nothing", () => {
  const opened = applyToBoard(board(boardTable()), { id: 11, type: "session.opened", data: { session, table } });
  expect(opened.tables[0]?.session).toEqual(open());
  const closed = applyToBoard(opened, { id: 12, type: "session.closed", data: { session, table } });
  expect(closed.tables[0]?.session).toBeNull();
});

test("an opening that is already known keeps the orders, a closing of another session closes nothing", () => {
  const before = board(boardTable({ session: open(order()) }));
  const again = applyToBoard(before, { id: 11, type: "session.opened", data: { session, table } });
  const other = { ...session, id: "session-0" };
  const after = applyToBoard(again, { id: 12, type: "session.closed", data: { session: other, table } });
  expect(after.tables).toEqual(before.tables);
});

test("a service call is shown once, with its newest message, until somebody takes it", () => {
  const asked = applyToBoard(board(boardTable()), { id: 11, type: "service_call.created", data: { service_call: call() } });
  const twice = call({ message: "two, please" });
  const repeated = applyToBoard(asked, { id: 12, type: "service_call.created", data: { service_call: twice } });
  expect(repeated.tables[0]?.service_calls).toEqual([twice]);
  const taken = call({ acknowledged_at: "2026-02-09T10:01:00Z" });
  const after = applyToBoard(repeated, { id: 13, type: "service_call.acknowledged", data: { service_call: taken } });
  expect(after.tables[0]?.service_calls).toEqual([]);
});

test("what concerns no table only moves the number on", () => {
  const before = board(boardTable({ session: open(order()) }));
  const after = applyToBoard(
    applyToBoard(before, { id: 11, type: "menu.updated", data: { version: 2 } }),
    { id: 12, type: "store.updated", data: { store } },
  );
  expect(after).toEqual({ ...before, last_event_id: 12 });
});

test("guests who move leave their table free, and their orders follow them", () => {
  const calling = boardTable({ session: open(order()), service_calls: [call()] });
  const before = board(calling, boardTable({ id: "table-4", number: 4 }));
  const to = { id: "table-4", number: 4 };
  const moved = applyToBoard(before, { id: 11, type: "session.moved", data: { session, table: to, from_table: table } });
  expect(moved.tables[0]).toMatchObject({ session: null, service_calls: [] });
  expect(moved.tables[1]?.session).toMatchObject({ id: session.id, orders: [] });
  const after = applyToBoard(moved, { id: 12, type: "order.updated", data: { order: order({ table: to }) } });
  expect(after.tables[1]?.session).toMatchObject({ total: 9000, orders: [{ id: "order-1" }] });
});

test("a merged table keeps its session, takes the guests in, and has all orders by age", () => {
  const to = { id: "table-4", number: 4 };
  const mine = order({ id: "order-2", table: to, session_id: "session-2" });
  const before = board(boardTable({ session: open(order()) }), boardTable({ ...to, session: { ...open(mine), id: "session-2" } }));
  const merged = { ...session, id: "session-2", guests: 6 };
  let after = applyToBoard(before, { id: 11, type: "session.merged", data: { session: merged, table: to, from_table: table } });
  after = applyToBoard(after, { id: 12, type: "order.updated", data: { order: order({ table: to, session_id: "session-2" }) } });
  expect(after.tables[0]?.session).toBeNull();
  expect(after.tables[1]?.session).toMatchObject({ guests: 6, total: 18_000, orders: [{ id: "order-1" }, { id: "order-2" }] });
});

const details = { id: "table-3", number: 3, name: "3", zone: "홀", seats: 4, position: null, is_active: true };

test("a table that was changed keeps its guests, whose orders and calls name it by its new number", () => {
  const before = board(boardTable({ session: open(order()), service_calls: [call()] }), boardTable({ id: "table-4", number: 4 }));
  const changed = { ...details, number: 5, zone: "룸", seats: 2, position: { x: 10, y: 20 } };
  const after = applyToBoard(before, { id: 11, type: "table.updated", data: { table: changed } });
  const [other, moved] = after.tables;
  expect(other).toBe(before.tables[1]);
  expect(moved).toMatchObject(changed);
  expect(moved?.session).toEqual(open(order({ table: { id: "table-3", number: 5 } })));
  expect(moved?.service_calls).toEqual([call({ table: { id: "table-3", number: 5 } })]);
});

test("a new table stands where its number belongs, and one that is gone does not", () => {
  const before = board(boardTable({ id: "table-1", number: 1 }), boardTable());
  const made = applyToBoard(before, { id: 11, type: "table.updated", data: { table: { ...details, id: "table-2", number: 2 } } });
  expect(made.tables.map(({ number }) => number)).toEqual([1, 2, 3]);
  const gone = applyToBoard(made, { id: 12, type: "table.removed", data: { table: { id: "table-1" } } });
  expect(gone.tables.map(({ number }) => number)).toEqual([2, 3]);
});

test("a table out of use stays until its guests have gone", () => {
  const out = { id: 11, type: "table.updated", data: { table: { ...details, is_active: false } } } as const;
  expect(applyToBoard(board(boardTable()), out).tables).toEqual([]);
  const seated = applyToBoard(board(boardTable({ session: open() })), out);
  expect(seated.tables).toHaveLength(1);
  expect(applyToBoard(seated, { id: 12, type: "session.closed", data: { session, table } }).tables).toEqual([]);
});

test("an event that only a newer build knows changes nothing", () => {
  const before = board(boardTable({ session: open(order()) }));
  const strange = { id: 11, type: "table.painted", data: { table } } as unknown as StoreEvent;
  expect(applyToBoard(before, strange)).toEqual({ ...before, last_event_id: 11 });
});
