import { screen, waitFor, within } from "@testing-library/react";
import { beforeEach, expect, test } from "vitest";

import type { Order } from "../../shared/api/types";
import { isLive, sitDown, touch } from "../../testing/guest";
import { openRestaurant, type Restaurant } from "../../testing/restaurant";
import { bill, order } from "../../testing/samples";

let restaurant: Restaurant;
const line: Order["items"][number] = {
  id: "line-1",
  menu_item: "stew",
  name: { ko: "김치찌개", en: "Kimchi stew" },
  unit_price: 9000,
  quantity: 1,
  options: [{ id: "mild", name: { ko: "순한맛", en: "Mild" }, price: 0 }],
  note: "덜 짜게",
  line_total: 9000,
  done_at: null,
};
const first = order({ items: [line] });
const second = order({ id: "order-2", number: 2, total: 5000 });

beforeEach(async () => {
  restaurant = await openRestaurant();
  restaurant.bill = bill({ orders: [first, second], total: 14_000 });
});

async function openOrders(): Promise<void> {
  await sitDown(restaurant);
  await isLive(restaurant);
  await touch(/주문 내역.*₩14,000/);
  await screen.findByRole("heading", { name: "주문 내역" });
}

const card = (number: number) => within(screen.getByRole("article", { name: `주문 ${number}번` }));
const billed = () => screen.getByRole("region", { name: "계산서" }).textContent;

test("this session's orders are there, the newest first, with what they come to", async () => {
  await openOrders();
  const names = screen.getAllByRole("article").map((each) => each.getAttribute("aria-label"));
  expect(names).toEqual(["주문 2번", "주문 1번"]);
  expect(card(1).getByText(/19:00/)).toBeDefined();
  expect(card(1).getAllByRole("listitem").at(-1)?.textContent).toBe("김치찌개순한맛“덜 짜게”×1₩9,000");
  expect(billed()).toMatch(/주문 2건.*₩14,000/);
});

test("a step by staff shows at once, and is announced", async () => {
  await openOrders();
  expect(card(1).getByText("접수").getAttribute("aria-current")).toBe("step");
  restaurant.announce("order.updated", { order: { ...first, status: "preparing" } });
  await waitFor(() => { expect(card(1).getByText("조리 중").getAttribute("aria-current")).toBe("step"); });
  expect(screen.getByText("주문 1번 조리 중").getAttribute("role")).toBe("status");
});

test("a cancelled order has its reason and leaves the bill", async () => {
  await openOrders();
  restaurant.announce("order.updated", { order: { ...first, status: "cancelled", cancel_reason: "재료 소진" } });
  expect(await card(1).findByText("취소됨")).toBeDefined();
  expect(card(1).getByText(/재료 소진/)).toBeDefined();
  expect(billed()).toMatch(/주문 1건.*₩5,000/);
});

test("an order from elsewhere at this table appears", async () => {
  await openOrders();
  restaurant.announce("order.created", { order: order({ id: "order-3", number: 3, total: 1000 }) });
  expect(await screen.findByRole("article", { name: "주문 3번" })).toBeDefined();
  expect(billed()).toContain("₩15,000");
});

test("without a connection the list stays, with the time it is from", async () => {
  await openOrders();
  await restaurant.server.kill();
  expect(await screen.findByText(/인터넷 연결이 끊겼어요/)).toBeDefined();
  expect(screen.getByText(/\d\d:\d\d 기준/)).toBeDefined();
  expect(card(2).getByText("₩5,000")).toBeDefined();
});
