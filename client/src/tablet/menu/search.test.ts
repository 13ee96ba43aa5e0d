import { expect, test } from "vitest";

import { cola, item, menuOf, rice, stew } from "../../testing/restaurant";
import { findDishes } from "./search";

test("a dish is found in every language, and once though it stands in two categories", () => {
  const { categories } = menuOf([rice, stew, cola], [{ id: "more", name: { ko: "더" }, items: [stew, item({ id: "b" })] }]);
  expect(findDishes(categories, "kimchi").map(({ id }) => id)).toEqual(["stew"]);
  expect(findDishes(categories, "ㄱㅂ").map(({ id }) => id)).toEqual(["rice", "b"]);
});
