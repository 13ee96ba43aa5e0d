import { screen, waitFor, within } from "@testing-library/react";
import { beforeEach, expect, test } from "vitest";

import { isLive, pick, reload, sitDown, touch } from "../../testing/guest";
import { cola, item, menuOf, openRestaurant, type Restaurant, rice, stew } from "../../testing/restaurant";

let restaurant: Restaurant;

beforeEach(async () => {
  restaurant = await openRestaurant();
});

const menuRequests = () => restaurant.server.to("/api/v1/menu");

test("a card has picture, name, description, price, badges and how hot it is", async () => {
  const pictures = { image: "/media/rice-large.webp", image_small: "/media/rice-small.webp" };
  restaurant.menu = menuOf([item({ ...pictures, badges: ["best", "new"], spiciness: 2, remaining: 3 })]);
  await sitDown(restaurant);
  const card = within(screen.getByRole("main")).getByRole("button", { name: /공깃밥 ?갓 지은 밥 ?₩1,000/ });
  expect(card.querySelector("img")?.getAttribute("src")).toBe("/media/rice-small.webp");
  expect(within(card).getByRole("img", { name: "매운맛 2" })).toBeDefined();
  expect(within(card).getByText("3개 남음")).toBeDefined();
  expect(within(card).getByText("인기")).toBeDefined();
});

test("the rail names every category but empty ones, leads to each, and knows what the cart holds", async () => {
  const others = [
    { id: "none", name: { ko: "빈 분류" }, items: [] },
    { id: "drinks", name: { ko: "음료" }, items: [cola] },
  ];
  restaurant.menu = menuOf([rice], others);
  await sitDown(restaurant);
  const rail = within(screen.getByRole("navigation", { name: "메뉴 분류" }));
  expect(rail.getAllByRole("button").map(({ textContent }) => textContent)).toEqual(["식사", "음료"]);
  expect(rail.getByRole("button", { current: true }).textContent).toBe("식사");
  await touch("음료");
  expect(rail.getByRole("button", { current: true }).textContent).toBe("음료");
  await pick(/콜라/);
  expect(rail.getByRole("button", { name: /음료\s*주문서에 1개/ })).toBe(rail.getByRole("button", { current: true }));
});

test("a long menu has all its dishes in the page, in order, for whoever reads or searches it", async () => {
  const many = Array.from({ length: 40 }, (_, number) => item({ id: `dish-${number}`, name: { ko: `요리 ${number}` } }));
  restaurant.menu = menuOf(many, [{ id: "drinks", name: { ko: "음료" }, items: [cola] }]);
  await sitDown(restaurant);
  await screen.findByRole("button", { name: /콜라/ });
  const names = within(screen.getByRole("main")).getAllByRole("listitem").map(({ textContent }) => /요리 \d+|콜라/.exec(textContent)?.[0]);
  expect(names).toEqual([...many.map(({ name }) => name.ko), "콜라"]);
});

test("the kept menu is there at once and is only asked about", async () => {
  const page = await sitDown(restaurant);
  await isLive(restaurant);
  expect(menuRequests()[0]?.headers["if-none-match"]).toBeUndefined();
  await restaurant.server.kill();
  page.unmount();
  await restaurant.server.listen();
  await reload(restaurant, page);
  await waitFor(() => { expect(menuRequests().at(-1)?.headers["if-none-match"]).toBe('W/"1"'); });
  expect(screen.getByText("공깃밥")).toBeDefined();
});

test("a changed menu is on the screen within a moment", async () => {
  await sitDown(restaurant);
  await isLive(restaurant);
  restaurant.changeMenu([rice, stew, { ...cola, price: 3500 }]);
  expect(await screen.findByRole("button", { name: /콜라.*₩3,500/ })).toBeDefined();
});

test("a menu that cannot be had yet is asked for again", async () => {
  await restaurant.server.kill();
  const sitting = sitDown(restaurant);
  expect(await screen.findByText(/메뉴를 불러오지 못했어요/)).toBeDefined();
  await restaurant.server.listen();
  await touch("다시 시도");
  await sitting;
  expect(screen.getByText("공깃밥")).toBeDefined();
});

test("an empty menu says that it is being prepared", async () => {
  restaurant.menu = menuOf([]);
  void sitDown(restaurant).catch(() => undefined);
  expect(await screen.findByText("메뉴를 준비하고 있어요")).toBeDefined();
});
