import { screen, waitFor, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { afterEach, beforeEach, expect, test } from "vitest";

import type { Order } from "../../shared/api/types";
import { boardTable, line, openSession, order } from "../../testing/samples";
import { sendJson } from "../../testing/server";
import { type StaffBoard, staffBoard } from "../../testing/staffBoard";
import { staffItem, staffMenu } from "../../testing/staffMenu";

const stew = line({ quantity: 2, options: [{ id: "o", name: { ko: "순한맛" }, price: 0 }], note: "덜 짜게" });
const first = order({ items: [stew] });
const second = order({ id: "order-2", number: 2, created_at: "2026-02-09T10:05:00Z", items: [line({ id: "line-2" })] });
const STEP = "PATCH /api/v1/staff/orders/order-1";

beforeEach(() => { window.history.replaceState(null, "", "/staff/kitchen"); });
afterEach(() => { window.history.replaceState(null, "", "/staff"); });

async function kitchen(...orders: Order[]): Promise<StaffBoard> {
  const here = await staffBoard([boardTable({ session: openSession(...orders) })]);
  here.open();
  await screen.findByRole("heading", { name: /^주문 \d+건/ });
  return here;
}

function tickets(): string[] {
  return screen.queryAllByRole("article").map(({ textContent }) => textContent);
}

test("tickets stand by age with all that a cook needs, a later order of the same guests marked", async () => {
  await kitchen(second, first);
  const [oldest, newest] = tickets();
  for (const text of ["테이블 3", "1번", "2", "김치찌개", "순한맛", "덜 짜게"]) expect(oldest).toContain(text);
  expect(newest).toContain("2번");
  expect(oldest).toContain("추가");
});

test("the same dishes of all tickets are added up", async () => {
  await kitchen(first, second);
  expect(within(screen.getByRole("region", { name: "모아 보기" })).getByRole("listitem").textContent).toBe("김치찌개 3");
  await userEvent.keyboard("a");
  expect(screen.queryByRole("region", { name: "모아 보기" })).toBeNull();
});

test("the head takes the order a step on, a number key as well, and the step can be taken back", async () => {
  const here = await kitchen(first);
  const preparing = { ...first, status: "preparing" as const };
  here.on(STEP, (response) => { sendJson(response, 200, preparing); here.happen("order.updated", { order: preparing }); });
  await userEvent.keyboard("1");
  await waitFor(() => { expect(tickets()[0]).toContain("조리 중"); });
  expect(here.sent(STEP)).toEqual([{ status: "preparing" }]);
  here.on("POST /api/v1/staff/orders/order-1/undo", (response) => { sendJson(response, 200, first); here.happen("order.updated", { order: first }); });
  await userEvent.click(await screen.findByRole("button", { name: "되돌리기 1" }));
  await userEvent.click(await screen.findByRole("button", { name: /^되돌리기 \d+초/ }));
  await waitFor(() => { expect(tickets()[0]).toContain("접수"); });
  expect(await screen.findByText("아직 한 일이 없어요.")).toBeDefined();
});

test("a cancelled order stays struck until somebody touches it, also after a reload", async () => {
  const here = await kitchen(first);
  const cancelled = { ...first, status: "cancelled" as const, cancel_reason: "손님 요청", cancelled_at: new Date().toISOString() };
  here.happen("order.updated", { order: cancelled });
  await waitFor(() => { expect(tickets()[0]).toContain("취소 이유: 손님 요청"); });
  await userEvent.click(screen.getByRole("button", { name: /테이블 3/ }));
  expect(tickets()).toEqual([]);
  expect(screen.getByText("만들 주문이 없어요.")).toBeDefined();
  expect(localStorage.getItem("tableorder.kitchen.v1")).toContain("order-1");
});

test("without a connection a frame and words send the cooks to the paper", async () => {
  const here = await kitchen(first);
  await here.server.kill();
  expect((await screen.findByText(/종이 주문서를 확인하세요/, {}, { timeout: 6000 })).getAttribute("role")).toBe("alert");
});

test("each page has its address", async () => {
  await kitchen(first);
  await userEvent.click(screen.getByRole("link", { name: "현황" }));
  expect(window.location.pathname).toBe("/staff");
  expect(await screen.findByRole("region", { name: "테이블" })).toBeDefined();
  window.history.pushState(null, "", "/staff/kitchen");
  window.dispatchEvent(new PopStateEvent("popstate"));
  expect(await screen.findByRole("heading", { name: "주문 1건" })).toBeDefined();
});

test("a line is ticked off and on again, and no longer counted with the others", async () => {
  const here = await kitchen(first);
  const TICK = "PATCH /api/v1/staff/orders/order-1/items/line-1";
  here.on(TICK, (response, { body }) => {
    const done_at = (body as { done: boolean }).done ? "2026-02-09T10:02:00Z" : null;
    const ticked = { ...first, items: [{ ...stew, done_at }] };
    sendJson(response, 200, ticked);
    here.happen("order.updated", { order: ticked });
  });
  const dish = () => screen.getByRole("button", { name: /김치찌개/ });
  await userEvent.click(dish());
  await waitFor(() => { expect(dish().getAttribute("aria-pressed")).toBe("true"); });
  expect(screen.queryByRole("region", { name: "모아 보기" })).toBeNull();
  await userEvent.click(await screen.findByRole("button", { name: "되돌리기 1" }));
  await userEvent.click(await screen.findByRole("button", { name: "되돌리기" }));
  await waitFor(() => { expect(here.sent(TICK)).toEqual([{ done: true }, { done: false }]); });
});

test("a station sees its own dishes; its last step ticks them, and the last station completes the order", async () => {
  const beer = line({ id: "line-9", menu_item: "beer", name: { ko: "맥주" } });
  const shared = { ...first, status: "preparing" as const, items: [stew, { ...beer, done_at: "2026-02-09T10:02:00Z" }] };
  const here = await staffBoard([boardTable({ session: openSession(shared) })]);
  const drinks = { id: "drinks", name: { ko: "음료" }, station: "바", items: [staffItem({ id: "beer" })] };
  const menu = staffMenu(staffItem({ id: "item-1" }));
  here.on("GET /api/v1/staff/menu", (response) => { sendJson(response, 200, { ...menu, categories: [...menu.categories, drinks] }); });
  const ticked = { ...shared, items: shared.items.map((each) => ({ ...each, done_at: "2026-02-09T10:03:00Z" })) };
  here.on("PATCH /api/v1/staff/orders/order-1/items/line-1", (response) => { sendJson(response, 200, ticked); here.happen("order.updated", { order: ticked }); });
  const completed = { ...ticked, status: "completed" as const };
  here.on(STEP, (response) => { sendJson(response, 200, completed); here.happen("order.updated", { order: completed }); });
  here.open();
  await userEvent.click(await screen.findByRole("button", { name: "바" }));
  expect(tickets()).toEqual([]);
  await userEvent.click(screen.getByRole("button", { name: "주방" }));
  expect(tickets()[0]).not.toContain("맥주");
  await userEvent.click(screen.getByRole("button", { name: /^1?테이블 3/ }));
  await waitFor(() => { expect(here.sent(STEP)).toEqual([{ status: "completed" }]); });
  expect(here.sent("PATCH /api/v1/staff/orders/order-1/items/line-1")).toEqual([{ done: true }]);
});
