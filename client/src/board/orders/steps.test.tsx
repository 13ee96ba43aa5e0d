import { act, screen, waitFor, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { expect, test } from "vitest";

import { boardTable, line, openSession, order } from "../../testing/samples";
import { refuse, sendJson } from "../../testing/server";
import { staffBoard } from "../../testing/staffBoard";

const STEP = "PATCH /api/v1/staff/orders/order-1";
const pending = order({ items: [line({ quantity: 2, options: [{ id: "o", name: { ko: "순한맛" }, price: 0 }], note: "덜 짜게" })] });
const preparing = { ...pending, status: "preparing" as const };

function queue() {
  return within(screen.getByRole("region", { name: "새 주문" }));
}

test("the queue has the open orders, newest first, with all that the kitchen needs", async () => {
  const newer = order({ id: "order-2", number: 2, status: "preparing", created_at: "2026-02-09T10:05:00Z" });
  const done = order({ id: "order-3", number: 3, status: "completed" });
  const here = await staffBoard([boardTable({ session: openSession(pending, newer, done) })]);
  here.open();
  const orders = await screen.findAllByRole("article");
  expect(orders.map((each) => /\d번/.exec(each.textContent)?.[0])).toEqual(["2번", "1번"]);
  for (const text of ["테이블 3", "접수", "2×", "김치찌개", "순한맛", "덜 짜게"]) expect(orders[1]?.textContent).toContain(text);
});

test("one press takes the next step, is seen to work, and names the step after it", async () => {
  const here = await staffBoard([boardTable({ session: openSession(pending) })]);
  let finish: () => void = () => undefined;
  here.on(STEP, (response) => { finish = () => { sendJson(response, 200, preparing); here.happen("order.updated", { order: preparing }); }; });
  here.open();
  const button = await screen.findByRole("button", { name: "조리 시작" });
  act(() => {
    button.click();
    button.click();
  });
  expect((await screen.findByRole("button", { name: "처리 중…" })).getAttribute("aria-disabled")).toBe("true");
  await waitFor(() => { expect(here.sent(STEP)).toEqual([{ status: "preparing" }]); });
  finish();
  await userEvent.click(await screen.findByRole("button", { name: "완료" }));
  await waitFor(() => { expect(here.sent(STEP)).toEqual([{ status: "preparing" }, { status: "completed" }]); });
});

test("an order that another person completed shows the server's state", async () => {
  const here = await staffBoard([boardTable({ session: openSession(pending) })]);
  here.on(STEP, (response) => {
    const completed = { ...pending, status: "completed" as const };
    here.board = { last_event_id: 11, tables: [boardTable({ session: openSession(completed) })] };
    refuse(response, 422, "invalid_status_transition");
  });
  here.open();
  await userEvent.click(await screen.findByRole("button", { name: "조리 시작" }));
  await waitFor(() => { expect(queue().getByText(/지금 상태: 완료/)).toBeDefined(); });
  expect(queue().queryByRole("button", { name: "조리 시작" })).toBeNull();
});

test("without an answer the order stays where it is, and the step can be tried again", async () => {
  const here = await staffBoard([boardTable({ session: openSession(pending) })]);
  here.on(STEP, (response) => { response.destroy(); });
  here.open();
  await userEvent.click(await screen.findByRole("button", { name: "조리 시작" }));
  expect((await screen.findByRole("alert")).textContent).toContain("서버가 답하지 않았어요");
  here.on(STEP, (response) => { sendJson(response, 200, preparing); here.happen("order.updated", { order: preparing }); });
  await userEvent.click(screen.getByRole("button", { name: "조리 시작" }));
  expect(await screen.findByRole("button", { name: "완료" })).toBeDefined();
  expect(screen.queryByRole("alert")).toBeNull();
});
