import { expect, test } from "vitest";

import { randomKey } from "./keys";

test("a key is 32 letters and digits, and no two are alike", () => {
  const keys = Array.from({ length: 1000 }, randomKey);
  expect(new Set(keys).size).toBe(1000);
  for (const key of keys) expect(key).toMatch(/^[0-9a-f]{32}$/);
});
