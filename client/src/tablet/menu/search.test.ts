import { expect, test } from "vitest";

import { cola, item, menuOf, rice, stew } from "../../testing/restaurant";
import { findDishes, matches } from "./search";

test.each([
  ["김치찌개", "ㄱㅊ", true],
  ["김치찌개", "ㄱㅊㅉㄱ", true],
  ["돼지 김치찜", "ㄱㅊ", true],
  ["김치찌개", "찌개", true],
  ["김치찌개", "김치 찌", true],
  ["김치찌개", "기", true],
  ["김치찌개", "ㅊㄱ", false],
  ["콜라", "ㄱ", false],
  ["Kimchi stew", "STEW", true],
  ["Kimchi stew", "ㄱ", false],
  ["밥", "김치찌개", false],
])("%s by %s: %s", (name, query, isFound) => {
  expect(matches(name, query)).toBe(isFound);
});

test("a dish is found in every language, and once though it stands in two categories", () => {
  const { categories } = menuOf([rice, stew, cola], [{ id: "more", name: { ko: "더" }, items: [stew, item({ id: "b" })] }]);
  expect(findDishes(categories, "kimchi").map(({ id }) => id)).toEqual(["stew"]);
  expect(findDishes(categories, "ㄱㅂ").map(({ id }) => id)).toEqual(["rice", "b"]);
});
