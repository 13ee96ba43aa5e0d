import { act, screen, waitFor, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { currentLanguage } from "../../shared/words/language";
import { cart, cartLines, isLive, pick, send, sitDown, touch } from "../../testing/guest";
import { item, menuOf, openRestaurant, type Restaurant } from "../../testing/restaurant";
import { bill, order, session } from "../../testing/samples";

let restaurant: Restaurant;

beforeEach(async () => {
  // Network and testing library need the real timeouts.
  vi.useFakeTimers({ toFake: ["Date", "setInterval", "clearInterval"] });
  restaurant = await openRestaurant();
});

afterEach(() => {
  vi.useRealTimers();
});

const MINUTE = 60_000;
function pass(time: number): void {
  act(() => { vi.advanceTimersByTime(time); });
}
const invitation = () => screen.queryByRole("button", { name: /화면을 눌러/ });
const question = () => screen.queryByRole("dialog", { name: "계속 보고 계신가요?" });

test("an abandoned cart is asked about after three minutes and cleared twenty seconds later", async () => {
  await sitDown(restaurant);
  await pick(/콜라/);
  await touch("English");
  pass(3 * MINUTE - 2000);
  expect(screen.queryByRole("dialog", { name: "Are you still there?" })).toBeNull();
  pass(3000);
  expect(screen.getByRole("dialog", { name: "Are you still there?" }).textContent).toMatch(/In (19|20) s/);
  pass(20_000);
  expect(invitation()).not.toBeNull();
  expect(currentLanguage()).toBe("ko");
  await userEvent.click(invitation() ?? expect.unreachable());
  expect(await within(await screen.findByRole("region", { name: "주문서" })).findByText(/담은 메뉴가 없어요/)).toBeDefined();
});

test("guests who are there keep their cart", async () => {
  await sitDown(restaurant);
  await pick(/콜라/);
  pass(3 * MINUTE + 1000);
  await touch("계속 보기");
  expect(question()).toBeNull();
  pass(2 * MINUTE);
  expect(cartLines()).toHaveLength(1);
  expect(question()).toBeNull();
});

test("nothing is asked while an order is unresolved", async () => {
  restaurant.onOrder = () => undefined;
  await sitDown(restaurant);
  await pick(/콜라/);
  await send();
  await waitFor(() => { expect(restaurant.ordersReceived).toHaveLength(1); });
  pass(60 * MINUTE);
  expect(question()).toBeNull();
  expect(screen.getByRole("dialog", { name: "주문할까요?" })).toBeDefined();
});

test("with an empty cart the idle screen comes back by itself", async () => {
  await sitDown(restaurant);
  await touch("큰 글씨");
  pass(3 * MINUTE + 1000);
  expect(invitation()).not.toBeNull();
  expect(document.documentElement.hasAttribute("data-easy")).toBe(false);
});

test("an open session never ends by itself: after ten minutes the first page is back", async () => {
  restaurant.bill = bill({ session, orders: [order()], total: 9000 });
  await sitDown(restaurant);
  await touch(/주문 내역.*₩9,000/);
  await screen.findByRole("heading", { name: "주문 내역" });
  pass(10 * MINUTE + 1000);
  expect(await screen.findByRole("region", { name: "주문서" })).toBeDefined();
  pass(600 * MINUTE);
  expect(invitation()).toBeNull();
  expect(cart().textContent).toContain("₩9,000");
});

test("staff who seat guests wake the tablet", async () => {
  await sitDown(restaurant);
  pass(4 * MINUTE);
  expect(invitation()).not.toBeNull();
  vi.useRealTimers();
  await isLive(restaurant);
  restaurant.announce("session.opened", { session, table: { id: "table-3", number: 3 } });
  expect(await screen.findByRole("region", { name: "주문서" })).toBeDefined();
});

test("the idle screen shows what the shop is proud of, in turn, and holds still when asked", async () => {
  const dish = (id: string, changes = {}) => item({ id, name: { ko: id }, image: `/media/${id}.svg`, badges: ["best"], ...changes });
  restaurant.menu = menuOf([dish("비빔밥"), dish("냉면"), dish("갈비", { status: "sold_out" }), dish("밥", { badges: [] })]);
  await sitDown(restaurant);
  pass(4 * MINUTE);
  expect(screen.getByText("비빔밥")).toBeDefined();
  pass(8000);
  expect(screen.getByText("냉면")).toBeDefined();
  await touch("사진 멈추기");
  pass(80_000);
  expect(screen.getByText("냉면")).toBeDefined();
  await touch("사진 멈추기");
  pass(8000);
  expect(screen.getByText("비빔밥")).toBeDefined();
});

test("the language may be chosen with the first touch", async () => {
  await sitDown(restaurant);
  pass(4 * MINUTE);
  await touch("English");
  expect(await screen.findByRole("region", { name: "Your order" })).toBeDefined();
});
