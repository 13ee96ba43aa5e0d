import { screen, waitFor, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { beforeEach, expect, test } from "vitest";

import { cart, cartLines, isLive, pick, sitDown, touch } from "../../testing/guest";
import { cola, menuOf, openRestaurant, type Restaurant, rice, stew } from "../../testing/restaurant";

let restaurant: Restaurant;

beforeEach(async () => {
  restaurant = await openRestaurant();
});

const orderButton = () => screen.getByRole("button", { name: "주문하기" });

test("what is sold out cannot be picked, says so and comes last", async () => {
  restaurant.menu = menuOf([{ ...rice, status: "sold_out" }, cola]);
  await sitDown(restaurant);
  const cards = within(screen.getByRole("region", { name: "식사" })).getAllByRole("button");
  expect(cards.map(({ textContent }) => textContent)).toEqual([
    expect.stringContaining("콜라"),
    expect.stringContaining("품절"),
  ]);
  await pick(/공깃밥/);
  expect(cartLines()).toEqual([]);
});

test("what sells out in the cart is marked there, and nothing is ordered until it is taken out", async () => {
  await sitDown(restaurant);
  await isLive(restaurant);
  await pick(/콜라/);
  await pick(/공깃밥/);
  restaurant.changeMenu([rice, stew, { ...cola, status: "sold_out" }]);
  expect(await within(cart()).findByText("품절됐어요")).toBeDefined();
  await userEvent.click(orderButton());
  expect(screen.queryByRole("dialog")).toBeNull();
  await touch("콜라 빼기");
  await touch("주문하기");
  expect(screen.getByRole("dialog").textContent).toContain("₩1,000");
});

test("what leaves the menu is still named in the cart", async () => {
  await sitDown(restaurant);
  await isLive(restaurant);
  await pick(/콜라/);
  restaurant.changeMenu([rice]);
  expect(await within(cart()).findByText("지금은 주문할 수 없어요")).toBeDefined();
  expect(cartLines()[0]).toContain("콜라");
  expect(orderButton().getAttribute("aria-disabled")).toBe("true");
});

test("more than is left is marked until there are few enough", async () => {
  restaurant.menu = menuOf([{ ...cola, remaining: 1 }]);
  await sitDown(restaurant);
  await pick(/1개 남음.*콜라/);
  // The cart takes no more by itself, and says why.
  expect(within(cart()).getByRole("button", { name: "하나 더" }).getAttribute("aria-disabled")).toBe("true");
  expect(within(cart()).getByText("1개만 남았어요")).toBeDefined();
  await pick(/1개 남음.*콜라/);
  expect(orderButton().getAttribute("aria-disabled")).toBe("true");
  await touch("1개로 줄이기");
  expect(orderButton().getAttribute("aria-disabled")).toBe("false");
});

test("a chosen option that sells out asks for another choice", async () => {
  await sitDown(restaurant);
  await isLive(restaurant);
  await pick(/김치찌개/);
  await userEvent.click(await screen.findByRole("radio", { name: /매운맛/ }));
  await touch(/담기/);
  const groups = stew.option_groups.map((group) => ({
    ...group,
    options: group.options.map((option) => (option.id === "hot" ? { ...option, status: "sold_out" as const } : option)),
  }));
  restaurant.changeMenu([{ ...stew, option_groups: groups }]);
  expect(await within(cart()).findByText(/옵션이 바뀌었어요/)).toBeDefined();
  await touch("김치찌개 바꾸기");
  await userEvent.click(await screen.findByRole("radio", { name: "순한맛" }));
  await touch("₩9,000 변경");
  expect(orderButton().getAttribute("aria-disabled")).toBe("false");
});

test("an item that sells out while its sheet is open can only be closed", async () => {
  await sitDown(restaurant);
  await isLive(restaurant);
  await pick(/김치찌개/);
  await userEvent.click(await screen.findByRole("radio", { name: "순한맛" }));
  restaurant.changeMenu([{ ...stew, status: "sold_out" }]);
  await waitFor(() => { expect(screen.queryByRole("button", { name: /담기/ })).toBeNull(); });
  const [close] = screen.getAllByRole("button", { name: "닫기" });
  await userEvent.click(close ?? expect.unreachable());
  expect(cartLines()).toEqual([]);
});
