import { expect, test } from "vitest";

import { hasText, matches } from "./search";

test.each([
  ["김치찌개", "ㄱㅊ", true],
  ["김치찌개", "ㄱㅊㅉㄱ", true],
  ["돼지 김치찜", "ㄱㅊ", true],
  ["김치찌개", "찌개", true],
  ["김치찌개", "치찌", true],
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

test("a name is found in every language that it has", () => {
  const name = { ko: "김치찌개", en: "Kimchi stew" };
  expect(["ㅉㄱ", "stew", "김", "찜"].map((query) => hasText(name, query))).toEqual([true, true, true, false]);
});
