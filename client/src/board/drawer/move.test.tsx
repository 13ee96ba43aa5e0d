import { screen, waitFor, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { expect, test } from "vitest";

import { boardTable, openSession, order, session } from "../../testing/samples";
import { refuse, sendJson } from "../../testing/server";
import { staffBoard } from "../../testing/staffBoard";

const seven = { id: "table-7", number: 7 };
const nine = { id: "table-9", number: 9 };
const from_table = { id: "table-3", number: 3 };
const others = openSession(order({ id: "order-9", number: 9, table: nine, session_id: "session-9", total: 5000 }));

async function choose(number: number) {
  const tables = [boardTable({ session: openSession(order()) }), boardTable({ ...seven }), boardTable({ ...nine, session: { ...others, id: "session-9" } })];
  const here = await staffBoard(tables);
  here.open();
  await userEvent.click(await screen.findByRole("button", { name: /^테이블 3/ }));
  await userEvent.click(screen.getByRole("button", { name: "이동·합석" }));
  const dialog = within(screen.getByRole("dialog", { name: /어디로/ }));
  await userEvent.click(dialog.getByRole("button", { name: new RegExp(`^테이블 ${number}`) }));
  return { here, dialog };
}

test("guests move to a free table after one confirmation, and the drawer goes with them", async () => {
  const { here, dialog } = await choose(7);
  const MOVE = "POST /api/v1/staff/tables/table-3/move";
  here.on(MOVE, (response) => {
    sendJson(response, 200, { session, table: seven, from_table });
    here.happen("session.moved", { session, table: seven, from_table });
    here.happen("order.updated", { order: order({ table: seven }) });
  });
  expect(dialog.getByText("3 → 7")).toBeDefined();
  await userEvent.click(dialog.getByRole("button", { name: "이동" }));
  const drawer = await screen.findByRole("dialog", { name: /^테이블 7/ });
  await waitFor(() => { expect(drawer.textContent).toContain("합계 ₩9,000"); });
  expect(here.sent(MOVE)).toEqual([{ to: "table-7" }]);
});

test("at a table in use both bills and their sum are shown before they become one", async () => {
  const { here, dialog } = await choose(9);
  const merged = { ...session, id: "session-9" };
  here.on("POST /api/v1/staff/tables/table-3/merge", (response) => {
    sendJson(response, 200, { session: merged, table: nine, from_table, total: 14_000 });
    here.happen("session.merged", { session: merged, table: nine, from_table });
    here.happen("order.updated", { order: order({ table: nine, session_id: "session-9" }) });
  });
  expect(dialog.getByRole("status").textContent).toContain("₩9,000 + ₩5,000 = ₩14,000");
  await userEvent.click(dialog.getByRole("button", { name: "합석" }));
  expect((await screen.findByRole("dialog", { name: /^테이블 9/ })).textContent).toContain("합계 ₩14,000");
});

test("when somebody sat down there meanwhile, the reason is shown and nothing moves", async () => {
  const { here, dialog } = await choose(7);
  here.on("POST /api/v1/staff/tables/table-3/move", (response) => { refuse(response, 409, "table_occupied"); });
  await userEvent.click(dialog.getByRole("button", { name: "이동" }));
  expect((await dialog.findByRole("alert")).textContent).toContain("table_occupied");
});
