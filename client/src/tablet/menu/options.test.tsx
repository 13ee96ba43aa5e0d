import { screen, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { beforeEach, expect, test } from "vitest";

import { cartLines, pick, sitDown, touch } from "../../testing/guest";
import { item, menuOf, openRestaurant, type Restaurant } from "../../testing/restaurant";

let restaurant: Restaurant;

beforeEach(async () => {
  restaurant = await openRestaurant();
});

async function openStew(): Promise<void> {
  await sitDown(restaurant);
  await pick(/김치찌개/);
  await screen.findByRole("dialog", { name: "김치찌개" });
}

const checkbox = (name: RegExp) => screen.getByRole<HTMLInputElement>("checkbox", { name });

test("the required group comes first, says so, and nothing is chosen beforehand", async () => {
  await openStew();
  const groups = screen.getAllByRole("group").filter(({ tagName }) => tagName === "FIELDSET");
  expect(groups.map(({ textContent }) => textContent.slice(0, 12))).toEqual([
    expect.stringContaining("맵기 필수"),
    expect.stringContaining("추가 재료 선택"),
    expect.stringContaining("요청 사항 선택"),
  ]);
  expect(screen.getAllByRole<HTMLInputElement>("radio").some(({ checked }) => checked)).toBe(false);
});

test("without the required choice nothing is added: the press leads to the group", async () => {
  await openStew();
  const add = screen.getByRole("button", { name: "₩9,000 담기" });
  expect(add.getAttribute("aria-disabled")).toBe("true");
  await userEvent.click(add);
  expect((await screen.findByRole("alert")).textContent).toBe("맵기: 골라 주세요");
  expect(document.activeElement).toBe(screen.getByRole("radio", { name: "순한맛" }));
  expect(cartLines()).toEqual([]);
  await userEvent.click(screen.getByRole("radio", { name: /매운맛/ }));
  expect(screen.queryByRole("alert")).toBeNull();
  expect(screen.getByRole("button", { name: "₩9,500 담기" }).getAttribute("aria-disabled")).toBe("false");
});

test("at the most the rest cannot be touched, and letting one go frees them", async () => {
  await openStew();
  expect(checkbox(/치즈.*품절/).disabled).toBe(true);
  await userEvent.click(checkbox(/두부/));
  await userEvent.click(checkbox(/라면사리/));
  expect(screen.getByText(/최대 2개 \(2\/2\)/)).toBeDefined();
  expect(checkbox(/돼지고기/).disabled).toBe(true);
  expect(checkbox(/두부/).disabled).toBe(false);
  await userEvent.click(checkbox(/두부/));
  expect(checkbox(/돼지고기/).disabled).toBe(false);
});

test("price, quantity and note go into the cart", async () => {
  await openStew();
  await userEvent.click(screen.getByRole("radio", { name: /매운맛/ }));
  await userEvent.click(checkbox(/두부/));
  await userEvent.click(screen.getByRole("button", { name: "하나 더" }));
  await userEvent.click(checkbox(/따로 담아 주세요/));
  await userEvent.type(screen.getByLabelText("직접 쓰기"), "따뜻하게");
  await touch("₩22,000 담기");
  expect(screen.queryByRole("dialog")).toBeNull();
  expect(cartLines()[0]).toMatch(/김치찌개두부, 매운맛“따로 담아 주세요, 따뜻하게”.*2.*₩22,000/);
});

test("a note has fifty characters, counted from the fortieth", async () => {
  await openStew();
  const note = screen.getByLabelText<HTMLInputElement>("직접 쓰기");
  await userEvent.type(note, "가".repeat(39));
  expect(screen.queryByText(/\/50자/)).toBeNull();
  await userEvent.type(note, "나".repeat(20));
  expect(note.value).toHaveLength(50);
  expect(screen.getByText("50/50자")).toBeDefined();
});

test("a required group with one answer left has it chosen", async () => {
  const group = { id: "size", name: { ko: "크기" }, min_choices: 1, max_choices: 1 };
  const options = [
    { id: "small", name: { ko: "소" }, price: 0, status: "sold_out" as const },
    { id: "large", name: { ko: "대" }, price: 0, status: "on_sale" as const },
  ];
  restaurant.menu = menuOf([item({ option_groups: [{ ...group, options }] })]);
  await sitDown(restaurant);
  await pick(/공깃밥/);
  expect((await screen.findByRole<HTMLInputElement>("radio", { name: "대" })).checked).toBe(true);
  expect(screen.getByRole<HTMLInputElement>("radio", { name: /소/ }).disabled).toBe(true);
});

test("closing the sheet adds nothing", async () => {
  await openStew();
  await userEvent.click(within(screen.getByRole("dialog")).getByRole("button", { name: "닫기" }));
  expect(screen.queryByRole("dialog")).toBeNull();
  expect(cartLines()).toEqual([]);
});
