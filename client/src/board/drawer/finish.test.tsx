import { screen, waitFor, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { expect, test } from "vitest";

import { boardTable, line, openSession, order, session } from "../../testing/samples";
import { refuse, sendJson } from "../../testing/server";
import { staffBoard, type StaffBoard } from "../../testing/staffBoard";

const CLOSE = "POST /api/v1/staff/tables/table-3/close";
const completed = order({ status: "completed", total: 18_000, items: [line({ note: "덜 짜게" })] });
const finished = { session_id: session.id, closed_at: "2026-02-09T11:00:00Z", order_count: 1, total: 18_000 };

function closing(here: StaffBoard): void {
  here.on(CLOSE, (response) => {
    sendJson(response, 200, finished);
    here.happen("session.closed", { session: { ...session, closed_at: finished.closed_at }, table: { id: "table-3", number: 3 } });
  });
}

async function drawer() {
  await userEvent.click(await screen.findByRole("button", { name: /^테이블 3/ }));
  return within(screen.getByRole("dialog", { name: /^테이블 3/ }));
}

async function confirmation() {
  await userEvent.click((await drawer()).getByRole("button", { name: "이용 완료" }));
  return within(screen.getByRole("dialog", { name: "테이블 3의 이용을 완료할까요?" }));
}

test("the drawer shows the session's orders with their lines, notes and total", async () => {
  const here = await staffBoard([boardTable({ session: openSession(completed, order({ id: "order-2", number: 2 })) })]);
  here.open();
  const shown = (await drawer()).getAllByRole("article").map((each) => each.textContent);
  expect(shown[0]).toContain("2번");
  expect(shown[1]).toMatch(/1번.*완료.*김치찌개.*덜 짜게.*₩18,000/);
  expect(screen.getByRole("dialog").textContent).toContain("합계 ₩27,000");
});

test("a table is finished after its total was shown, and is empty then", async () => {
  const here = await staffBoard([boardTable({ session: openSession(completed) })]);
  closing(here);
  here.open();
  const dialog = await confirmation();
  expect(dialog.getByText("₩18,000")).toBeDefined();
  expect(dialog.queryByText(/완료되지 않은/)).toBeNull();
  await userEvent.click(dialog.getByRole("button", { name: "이용 완료" }));
  await waitFor(() => { expect(screen.queryByRole("dialog")).toBeNull(); });
  expect((await screen.findByRole("button", { name: /^테이블 3/ })).textContent).toContain("빈 테이블");
  expect(here.sent(CLOSE)).toEqual([{ force: false }]);
});

test("orders that are not completed are warned about before they leave the board", async () => {
  const here = await staffBoard([boardTable({ session: openSession(order({ id: "order-2", number: 2 }), completed) })]);
  closing(here);
  here.open();
  const dialog = await confirmation();
  expect(dialog.getByText(/완료되지 않은 주문이 1건/)).toBeDefined();
  await userEvent.click(dialog.getByRole("button", { name: "그래도 이용 완료" }));
  await waitFor(() => { expect(here.sent(CLOSE)).toEqual([{ force: true }]); });
});

test("an order that this screen did not know of is warned about too, and nothing is forced unasked", async () => {
  const here = await staffBoard([boardTable({ session: openSession(completed) })]);
  here.on(CLOSE, (response) => { refuse(response, 409, "session_has_open_orders"); });
  here.open();
  const dialog = await confirmation();
  await userEvent.click(dialog.getByRole("button", { name: "이용 완료" }));
  expect(await dialog.findByText(/완료되지 않은 주문이 있어요/)).toBeDefined();
  closing(here);
  await userEvent.click(dialog.getByRole("button", { name: "그래도 이용 완료" }));
  await waitFor(() => { expect(here.sent(CLOSE)).toEqual([{ force: false }, { force: true }]); });
});

test("when other guests sit down meanwhile, their session is not the one asked about", async () => {
  const here = await staffBoard([boardTable({ session: openSession(completed) })]);
  here.open();
  await confirmation();
  const table = { id: "table-3", number: 3 };
  here.happen("session.closed", { session: { ...session, closed_at: finished.closed_at }, table });
  here.happen("session.opened", { session: { ...session, id: "session-2" }, table });
  await waitFor(() => { expect(screen.queryByRole("dialog", { name: /완료할까요/ })).toBeNull(); });
  expect(screen.getByRole("dialog", { name: /^테이블 3/ })).toBeDefined();
});
