import { screen, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { expect, test } from "vitest";

import { cart, pick, sitDown, touch } from "../testing/guest";
import { openRestaurant } from "../testing/restaurant";

test("the language changes at once, and keeps the cart and the place", async () => {
  const drinks = { id: "drinks", name: { ko: "음료", en: "Drinks" } };
  const restaurant = await openRestaurant();
  const [meals] = restaurant.menu.categories;
  const items = (meals?.items ?? []).map((item) => ({ ...item, id: `${item.id}-drink` }));
  restaurant.menu = { ...restaurant.menu, categories: [...restaurant.menu.categories, { ...drinks, items }] };
  await sitDown(restaurant);
  await touch("음료");
  await userEvent.click(within(screen.getByRole("region", { name: "음료" })).getByRole("button", { name: /콜라/ }));
  await touch("English");
  expect(screen.getByRole("button", { name: /Drinks/, current: true })).toBeDefined();
  expect(within(cart()).getByText("Cola")).toBeDefined();
  expect(screen.getByRole("button", { name: "Order" })).toBeDefined();
  await touch("한국어");
  expect(within(cart()).getByText("콜라")).toBeDefined();
});

test("menu text without English stays Korean, and is marked so", async () => {
  await sitDown(await openRestaurant());
  await touch("English");
  const [description] = screen.getAllByText("갓 지은 밥");
  expect(description?.lang).toBe("ko");
  expect(screen.getByText("Steamed rice").lang).toBe("en");
});

test("an open sheet is read in the language chosen before", async () => {
  await sitDown(await openRestaurant());
  await touch("English");
  await pick(/Kimchi stew/);
  expect(await screen.findByRole("radio", { name: /Hot/ })).toBeDefined();
  expect(screen.getByText("Required")).toBeDefined();
  await userEvent.click(screen.getByRole("button", { name: "Add ₩9,000" }));
  expect(screen.getByRole("alert").textContent).toBe("Please choose: Heat");
});
