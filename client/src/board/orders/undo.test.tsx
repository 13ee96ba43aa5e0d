import { screen, waitFor } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { expect, test } from "vitest";

import { boardTable, openSession, order } from "../../testing/samples";
import { sendJson } from "../../testing/server";
import { staffBoard } from "../../testing/staffBoard";

const STEP = "PATCH /api/v1/staff/orders/order-1";
const UNDO = "POST /api/v1/staff/orders/order-1/undo";
const preparing = order({ status: "preparing" });
const completed = order({ status: "completed" });

test("one's own last step can be taken back, also when it was the last one", async () => {
  const here = await staffBoard([boardTable({ session: openSession(preparing) })]);
  here.on(STEP, (response) => { sendJson(response, 200, completed); here.happen("order.updated", { order: completed }); });
  here.on(UNDO, (response) => { sendJson(response, 200, preparing); here.happen("order.updated", { order: preparing }); });
  here.open();
  await userEvent.click(await screen.findByRole("button", { name: "완료" }));
  const undo = await screen.findByRole("button", { name: "되돌리기" });
  await waitFor(() => { expect(undo.getAttribute("aria-disabled")).toBe("false"); });
  await userEvent.click(undo);
  await waitFor(() => { expect(screen.queryByRole("button", { name: "되돌리기" })).toBeNull(); });
  expect(await screen.findByRole("button", { name: "완료" })).toBeDefined();
  expect(here.sent(UNDO)).toHaveLength(1);
});

test("an order stays in its place from the press on, though its event comes before the answer", async () => {
  const here = await staffBoard([boardTable({ session: openSession(preparing) })]);
  let finish: () => void = () => undefined;
  here.on(STEP, (response) => { here.happen("order.updated", { order: completed }); finish = () => { sendJson(response, 200, completed); }; });
  here.open();
  const article = await screen.findByRole("article");
  await userEvent.click(screen.getByRole("button", { name: "완료" }));
  await waitFor(() => { expect(article.textContent).toMatch(/1번완료/); });
  expect(screen.getByRole("article")).toBe(article);
  finish();
  await screen.findByRole("button", { name: "되돌리기" });
  expect(screen.getByRole("article")).toBe(article);
});

test("another person's step offers nothing to take back", async () => {
  const here = await staffBoard([boardTable({ session: openSession(order()) })]);
  here.open();
  await screen.findByRole("button", { name: "조리 시작" });
  here.happen("order.updated", { order: preparing });
  await screen.findByRole("button", { name: "완료" });
  expect(screen.queryByRole("button", { name: "되돌리기" })).toBeNull();
});
