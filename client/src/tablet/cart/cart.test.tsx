import { screen, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { beforeEach, expect, test } from "vitest";

import { cart, cartLines, isLive, pick, reload, sitDown, touch } from "../../testing/guest";
import { item, menuOf, openRestaurant, type Restaurant, seat } from "../../testing/restaurant";
import { keep } from "../../shared/storage";
import type { CartLine } from "./lines";

let restaurant: Restaurant;

beforeEach(async () => {
  restaurant = await openRestaurant();
});

function keepCart(lines: CartLine[]): void {
  keep("cart", 2, (value): value is object => value !== null).write({ table_id: "table-3", session_id: null, lines, pending: null });
}

const inLine = (name: string) => within(within(cart()).getByRole("group", { name }));

test("a dish without options is in the cart at once, and the same again joins its line", async () => {
  await sitDown(restaurant);
  expect(within(cart()).getByText(/담은 메뉴가 없어요/)).toBeDefined();
  await pick(/콜라/);
  await pick(/콜라/);
  await pick(/공깃밥/);
  expect(cartLines()).toHaveLength(2);
  expect(cartLines()[0]).toContain("₩6,000");
  expect(within(cart()).getByText("3개")).toBeDefined();
  expect(within(cart()).getByText("₩7,000")).toBeDefined();
  expect(screen.getByRole("button", { name: /주문서에 2개.*콜라/ })).toBeDefined();
});

test("equal options and notes join, others make a line of their own", async () => {
  await sitDown(restaurant);
  for (const heat of ["순한맛", /매운맛/, "순한맛"]) {
    await pick(/김치찌개/);
    await userEvent.click(await screen.findByRole("radio", { name: heat }));
    await touch(/담기/);
  }
  expect(cartLines()).toHaveLength(2);
  expect(cartLines()[0]).toMatch(/순한맛.*₩18,000/);
  expect(cartLines()[1]).toMatch(/매운맛.*₩9,500/);
});

test("more, fewer, and at one the minus takes the line out", async () => {
  await sitDown(restaurant);
  await pick(/콜라/);
  await userEvent.click(inLine("콜라").getByRole("button", { name: "하나 더" }));
  expect(within(cart()).getAllByText("₩6,000")).toHaveLength(2);
  await userEvent.click(inLine("콜라").getByRole("button", { name: "하나 빼기" }));
  await userEvent.click(inLine("콜라").getByRole("button", { name: "빼기" }));
  expect(cartLines()).toEqual([]);
  expect(document.activeElement).toBe(within(cart()).getByRole("heading"));
});

test("the cart outlives a reload, also without a connection", async () => {
  const page = await sitDown(restaurant);
  await isLive(restaurant);
  await pick(/콜라/);
  await restaurant.server.kill();
  await reload(restaurant, page);
  expect(cartLines()[0]).toContain("콜라");
});

test("another table's cart is not taken over", async () => {
  const page = await sitDown(restaurant);
  await pick(/콜라/);
  seat.table.id = "table-4";
  await reload(restaurant, page);
  seat.table.id = "table-3";
  expect(cartLines()).toEqual([]);
});

test("changing a line keeps its place, and joins it with one that it now equals", async () => {
  await sitDown(restaurant);
  for (const heat of ["순한맛", /매운맛/]) {
    await pick(/김치찌개/);
    await userEvent.click(await screen.findByRole("radio", { name: heat }));
    await touch(/담기/);
  }
  await userEvent.click(within(cart()).getAllByRole("button", { name: "김치찌개 바꾸기" })[1] ?? expect.unreachable());
  expect(screen.getByRole<HTMLInputElement>("radio", { name: /매운맛/ }).checked).toBe(true);
  await userEvent.click(screen.getByRole("radio", { name: "순한맛" }));
  await touch("₩9,000 변경");
  expect(cartLines()).toHaveLength(1);
  expect(cartLines()[0]).toContain("₩18,000");
});

test("emptying asks first", async () => {
  await sitDown(restaurant);
  await pick(/콜라/);
  await touch("전체 비우기");
  await touch("그대로 두기");
  expect(cartLines()).toHaveLength(1);
  await touch("전체 비우기");
  await userEvent.click(within(screen.getByRole("dialog")).getByRole("button", { name: "전체 비우기" }));
  expect(cartLines()).toEqual([]);
});

test("what is beyond thirty lines is not taken, and that is said", async () => {
  const many = Array.from({ length: 31 }, (_, number) => item({ id: `dish-${number}`, name: { ko: `요리${number}번` } }));
  restaurant.menu = menuOf(many);
  keepCart(many.slice(1).map(({ id, name, price }) => ({ menu_item: id, name, options: [], quantity: 1, note: "", unit_price: price })));
  await sitDown(restaurant);
  await pick(/요리0번/);
  expect(cartLines()).toHaveLength(30);
  expect(within(cart()).getByText(/30가지/)).toBeDefined();
});

test("ninety-nine pieces are the most", async () => {
  keepCart([{ menu_item: "stew", name: { ko: "김치찌개" }, options: ["mild"], quantity: 98, note: "", unit_price: 9000 }]);
  await sitDown(restaurant);
  await userEvent.click(inLine("김치찌개").getByRole("button", { name: "하나 더" }));
  expect(inLine("김치찌개").getByRole("button", { name: "하나 더" }).getAttribute("aria-disabled")).toBe("true");
  await pick(/김치찌개/);
  await userEvent.click(await screen.findByRole("radio", { name: "순한맛" }));
  await touch("₩9,000 담기");
  expect(screen.getByRole("dialog").textContent).toContain("99개까지");
  expect(cartLines()[0]).toContain("99");
});
