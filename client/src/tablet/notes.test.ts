import { expect, test } from "vitest";

import { item } from "../testing/restaurant";
import { noteIn, noteOf, partsOf, suggestionsFor } from "./notes";

test("a note comes apart into suggestions and own words, and together again", () => {
  const note = noteOf(["덜 맵게 해 주세요", "파 빼 주세요"], " 아기가 먹어요, 조금만 ");
  expect(note).toBe("덜 맵게 해 주세요, 파 빼 주세요, 아기가 먹어요, 조금만");
  expect(partsOf(note)).toEqual({ suggested: ["덜 맵게 해 주세요", "파 빼 주세요"], own: "아기가 먹어요, 조금만" });
  expect(partsOf("")).toEqual({ suggested: [], own: "" });
});

test("the kitchen reads Korean while the guest reads English", () => {
  expect(noteIn("덜 맵게 해 주세요, for a child", "en")).toBe("Less spicy, please, for a child");
  expect(noteIn("덜 맵게 해 주세요", "ko")).toBe("덜 맵게 해 주세요");
});

test("suggestions fit the dish", () => {
  const korean = (changes: Parameters<typeof item>[0]) => suggestionsFor(item(changes)).map(({ ko }) => ko);
  expect(korean({ spiciness: 2, allergens: ["soy"] })).toContain("덜 맵게 해 주세요");
  expect(korean({ allergens: ["soy"] })).not.toContain("덜 맵게 해 주세요");
  expect(korean({})).toEqual(["따로 담아 주세요"]);
  expect(korean({ dietary: ["alcohol"] })).toEqual([]);
});
