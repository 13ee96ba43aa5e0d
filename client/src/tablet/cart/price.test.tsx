import { screen, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { beforeEach, expect, test } from "vitest";

import { cart, cartLines, isLive, pick, sitDown, touch } from "../../testing/guest";
import { cola, openRestaurant, type Restaurant, rice, stew } from "../../testing/restaurant";

let restaurant: Restaurant;

beforeEach(async () => {
  restaurant = await openRestaurant();
  await sitDown(restaurant);
  await isLive(restaurant);
  await pick(/콜라/);
  await pick(/콜라/);
  restaurant.changeMenu([rice, stew, { ...cola, price: 3500 }]);
  await within(cart()).findByText("가격이 바뀌었어요");
});

const orderButton = () => screen.getByRole("button", { name: "주문하기" });

test("a price that changes in the cart is shown old and new, and nothing is ordered before the guest has answered", () => {
  expect(cartLines()[0]).toMatch(/이전 가격 ₩6,000.*바뀐 가격 ₩7,000/);
  expect(orderButton().getAttribute("aria-disabled")).toBe("true");
  expect(within(cart()).getByText("표시된 메뉴를 먼저 확인해 주세요.")).toBeDefined();
});

test("the guest accepts it", async () => {
  await touch("콜라 이 가격으로 담기");
  expect(cartLines()[0]).toContain("₩7,000");
  expect(orderButton().getAttribute("aria-disabled")).toBe("false");
});

test("or drops the dish", async () => {
  await touch("콜라 빼기");
  expect(cartLines()).toEqual([]);
});

test("an open confirmation says that something has changed, and leads back to it", async () => {
  await touch("콜라 이 가격으로 담기");
  await userEvent.click(orderButton());
  const dialog = await screen.findByRole("dialog", { name: "주문할까요?" });
  restaurant.changeMenu([rice, stew, { ...cola, status: "sold_out" }]);
  expect(await within(dialog).findByText(/방금 메뉴가 바뀌었어요/)).toBeDefined();
  expect(within(dialog).queryByRole("button", { name: "주문 보내기" })).toBeNull();
  await userEvent.click(within(dialog).getByRole("button", { name: "주문서로" }));
  expect(within(cart()).getByText("품절됐어요")).toBeDefined();
});
