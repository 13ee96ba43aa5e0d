import { screen, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { expect, test } from "vitest";

import { boardTable, line, order, session } from "../../testing/samples";
import { refuse, sendJson } from "../../testing/server";
import { staffBoard, type StaffBoard } from "../../testing/staffBoard";

const HISTORY = "GET /api/v1/staff/tables/table-3/history";

function past(id: string, total: number) {
  const cancelled = order({ id: `${id}-2`, number: 2, status: "cancelled", cancel_reason: "품절" });
  const orders = [order({ id: `${id}-1`, status: "completed", items: [line()] }), cancelled];
  return { ...session, id, closed_at: "2026-02-09T11:30:00Z", order_count: 1, total, orders };
}

async function openHistory(here: StaffBoard) {
  here.open();
  await userEvent.click(await screen.findByRole("button", { name: /^테이블 3/ }));
  await userEvent.click(screen.getByRole("button", { name: "지난 이용" }));
  return within(screen.getByRole("dialog"));
}

test("past sessions come a page at a time, with their orders, also the cancelled ones", async () => {
  const here = await staffBoard([boardTable()]);
  const next = `${here.server.origin}/api/v1/staff/tables/table-3/history?cursor=two`;
  here.on(HISTORY, (response) => { sendJson(response, 200, { next, previous: null, results: [past("a", 9000)] }); });
  here.on(`${HISTORY}?cursor=two`, (response) => { sendJson(response, 200, { next: null, previous: null, results: [past("b", 7000)] }); });
  const drawer = await openHistory(here);
  const first = await drawer.findByText(/2026-02-09 19:00–20:30/);
  await userEvent.click(first);
  expect(drawer.getByText("취소 이유: 품절")).toBeDefined();
  expect(drawer.getAllByText("₩9,000").length).toBeGreaterThan(0);
  await userEvent.click(drawer.getByRole("button", { name: "더 보기" }));
  expect(await drawer.findByText("₩7,000")).toBeDefined();
  expect(drawer.queryByRole("button", { name: "더 보기" })).toBeNull();
});

test("a table without a past says so", async () => {
  const here = await staffBoard([boardTable()]);
  here.on(HISTORY, (response) => { sendJson(response, 200, { next: null, previous: null, results: [] }); });
  expect(await (await openHistory(here)).findByText("지난 이용 기록이 없어요.")).toBeDefined();
});

test("a history that could not be loaded can be asked for again", async () => {
  const here = await staffBoard([boardTable()]);
  here.on(HISTORY, (response) => { refuse(response, 404, "not_found"); });
  const drawer = await openHistory(here);
  expect((await drawer.findByRole("alert")).textContent).toContain("기록을 불러오지 못했어요");
  here.on(HISTORY, (response) => { sendJson(response, 200, { next: null, previous: null, results: [past("a", 7000)] }); });
  await userEvent.click(drawer.getByRole("button", { name: "다시 시도" }));
  expect(await drawer.findByText("₩7,000")).toBeDefined();
});
