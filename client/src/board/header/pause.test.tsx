import { screen, waitFor, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { expect, test } from "vitest";

import { boardTable, store } from "../../testing/samples";
import { sendJson } from "../../testing/server";
import { staffBoard } from "../../testing/staffBoard";

const STORE = "PATCH /api/v1/staff/store";
const paused = { ...store, accepting_orders: false };

test.each(["manager", "owner"] as const)("a %s pauses ordering, everybody sees it, and it is resumed", async (role) => {
  const here = await staffBoard([boardTable()], role);
  here.on(STORE, (response, { body }) => {
    const changed = { ...store, ...(body as Partial<typeof store>) };
    sendJson(response, 200, changed);
    here.happen("store.updated", { store: changed });
  });
  here.open();
  await screen.findByText("실시간");
  await userEvent.click(screen.getByRole("button", { name: "메뉴" }));
  await userEvent.click(within(screen.getByRole("group", { name: "주문 그만 받기" })).getByRole("button", { name: "다시 받을 때까지" }));
  expect(await screen.findByText(/주문을 받지 않고 있어요/)).toBeDefined();
  await waitFor(() => { expect(screen.queryByRole("dialog")).toBeNull(); });
  await userEvent.click(screen.getByRole("button", { name: "주문 다시 받기" }));
  await waitFor(() => { expect(screen.queryByText(/주문을 받지 않고 있어요/)).toBeNull(); });
  expect(here.sent(STORE)).toEqual([{ accepting_orders: false }, { accepting_orders: true }]);
});

test("a pause of twenty minutes shows its end, and how long it is still", async () => {
  const here = await staffBoard([boardTable()], "manager");
  here.on(STORE, (response) => {
    const until = new Date(Date.now() + 20 * 60_000).toISOString();
    const changed = { ...paused, paused_until: until };
    sendJson(response, 200, changed);
    here.happen("store.updated", { store: changed });
  });
  here.open();
  await screen.findByText("실시간");
  await userEvent.click(screen.getByRole("button", { name: "메뉴" }));
  await userEvent.click(screen.getByRole("button", { name: "20분 동안" }));
  expect(here.sent(STORE)).toEqual([{ accepting_orders: false, resume_after_minutes: 20 }]);
  const notice = await screen.findByText(/에 저절로 다시 받아요/);
  expect(notice.textContent).toMatch(/\d\d:\d\d에 저절로 다시 받아요\. (19:\d\d|20:00)$/);
});

const evening = { is_open: true, closes_at: "2026-02-09T13:00:00Z", last_order_at: "2026-02-09T12:30:00Z", orders_until: "2026-02-09T12:35:00Z", next_opens_at: null };
const closed = { is_open: false, closes_at: null, last_order_at: null, orders_until: null, next_opens_at: "2026-02-09T15:00:00Z" };

test("the board says how the store stands by its hours", async () => {
  const here = await staffBoard([boardTable()], "staff");
  here.store = { ...store, opening: { ...evening, last_order_at: "2226-02-09T12:30:00Z" } };
  here.open();
  await screen.findByText("실시간");
  expect(screen.queryByText(/영업 중/)).toBeNull();
  await userEvent.click(screen.getByRole("button", { name: "메뉴" }));
  expect(screen.getByText("영업 중 · 라스트오더 21:30 · 22:00에 닫아요")).toBeDefined();
  here.happen("store.updated", { store: { ...store, opening: evening } });
  await waitFor(() => { expect(screen.getAllByText(/영업 중 · 라스트오더 21:30/)).toHaveLength(2); });
  here.happen("store.updated", { store: { ...store, opening: closed } });
  expect(await screen.findByText(/지금은 영업 시간이 아니에요 · .*00:00에 열어요\. 손님 화면에서는/)).toBeDefined();
});

test("staff see the pause of before they came, and cannot change it", async () => {
  const here = await staffBoard([boardTable()], "staff");
  here.store = paused;
  here.open();
  expect(await screen.findByText(/주문을 받지 않고 있어요/)).toBeDefined();
  await userEvent.click(screen.getByRole("button", { name: "메뉴" }));
  expect(screen.queryByRole("button", { name: /동안|받을 때까지|다시 받기/ })).toBeNull();
});
