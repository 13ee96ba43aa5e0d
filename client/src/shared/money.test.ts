import { expect, test } from "vitest";

import { formatMoney } from "./money";

test.each([
  [18000, "KRW", "ko", "₩18,000"],
  [18000, "KRW", "en", "₩18,000"],
  [0, "KRW", "ko", "₩0"],
  [-500, "KRW", "ko", "-₩500"],
  [1250, "USD", "en", "$12.50"],
  [5, "USD", "en", "$0.05"],
  [1250, "USD", "ko", "US$12.50"],
  [12345, "KWD", "en", "KWD 12.345"],
  [9007199254740991, "USD", "en", "$90,071,992,547,409.91"],
] as const)("%i in the minor unit of %s is, in %s, %s", (amount, currency, language, text) => {
  expect(formatMoney(amount, currency, language).replaceAll("\u00a0", " ")).toBe(text);
});
