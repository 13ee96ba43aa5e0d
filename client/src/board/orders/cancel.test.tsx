import { screen, waitFor, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { beforeEach, expect, test } from "vitest";

import { boardTable, openSession, order } from "../../testing/samples";
import { refuse, sendJson } from "../../testing/server";
import { staffBoard, type StaffBoard } from "../../testing/staffBoard";

const CANCEL = "POST /api/v1/staff/orders/order-1/cancel";
const UNDO = "POST /api/v1/staff/orders/order-1/undo";
const cancelled = order({ status: "cancelled", cancel_reason: "품절: 고등어" });
let here: StaffBoard;

async function ask() {
  await userEvent.click(await screen.findByRole("button", { name: "취소" }));
  return within(screen.getByRole("dialog", { name: /테이블 3 · 1번 주문/ }));
}

beforeEach(async () => {
  here = await staffBoard([boardTable({ session: openSession(order()) })]);
  here.on(CANCEL, (response) => { sendJson(response, 200, cancelled); here.happen("order.updated", { order: cancelled }); });
  here.open();
});

test("an order is cancelled with a reason and what was added to it", async () => {
  const dialog = await ask();
  await userEvent.click(dialog.getByRole("radio", { name: "품절" }));
  await userEvent.type(dialog.getByRole("textbox"), " 고등어 ");
  await userEvent.click(dialog.getByRole("button", { name: "주문 취소" }));
  expect(await screen.findByText("취소 이유: 품절: 고등어")).toBeDefined();
  // The button that opened the dialog is gone, and the keyboard is still at this order.
  expect(screen.getByRole("article").contains(document.activeElement)).toBe(true);
  expect(screen.queryByRole("dialog")).toBeNull();
  expect(here.sent(CANCEL)).toEqual([{ reason: "품절: 고등어" }]);
});

test("nothing is sent without a reason, nor for another reason without words", async () => {
  const dialog = await ask();
  await userEvent.click(dialog.getByRole("button", { name: "주문 취소" }));
  expect(dialog.getByRole("alert").textContent).toContain("이유를 골라");
  await userEvent.click(dialog.getByRole("radio", { name: "기타" }));
  await userEvent.click(dialog.getByRole("button", { name: "주문 취소" }));
  expect(dialog.getByRole("alert").textContent).toContain("적어 주세요");
  expect(here.sent(CANCEL)).toEqual([]);
  await userEvent.type(dialog.getByLabelText("자세한 내용"), "가스가 떨어졌어요");
  await userEvent.click(dialog.getByRole("button", { name: "주문 취소" }));
  await waitFor(() => { expect(here.sent(CANCEL)).toEqual([{ reason: "가스가 떨어졌어요" }]); });
});

test("the reason is kept in the store's language, whoever cancels", async () => {
  await userEvent.click(await screen.findByRole("button", { name: "English" }));
  await userEvent.click(await screen.findByRole("button", { name: "Cancel" }));
  await userEvent.click(screen.getByRole("radio", { name: "Sold out" }));
  await userEvent.click(screen.getByRole("button", { name: "Cancel the order" }));
  await waitFor(() => { expect(here.sent(CANCEL)).toEqual([{ reason: "품절" }]); });
});

test("a cancelled order that is taken back does not ask to be cancelled again", async () => {
  here.on(UNDO, (response) => { sendJson(response, 200, order()); here.happen("order.updated", { order: order() }); });
  const dialog = await ask();
  await userEvent.click(dialog.getByRole("radio", { name: "중복" }));
  await userEvent.click(dialog.getByRole("button", { name: "주문 취소" }));
  await userEvent.click(await screen.findByRole("button", { name: "되돌리기" }));
  await waitFor(() => { expect(screen.queryByRole("button", { name: "되돌리기" })).toBeNull(); });
  expect(await screen.findByRole("button", { name: "조리 시작" })).toBeDefined();
  expect(screen.queryByRole("dialog")).toBeNull();
});

test("stock that is gone meanwhile keeps a cancelled order cancelled, and the server's reason is shown", async () => {
  here.on(UNDO, (response) => { refuse(response, 422, "insufficient_stock"); });
  const dialog = await ask();
  await userEvent.click(dialog.getByRole("radio", { name: "중복" }));
  await userEvent.click(dialog.getByRole("button", { name: "주문 취소" }));
  await userEvent.click(await screen.findByRole("button", { name: "되돌리기" }));
  expect((await screen.findByRole("alert")).textContent).toContain("Because of insufficient_stock.");
});
