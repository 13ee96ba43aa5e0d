import { screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";

import { boardTable, openSession, order } from "../../testing/samples";
import { staffBoard } from "../../testing/staffBoard";

test("a new order stands out, is announced, and counts in the title until somebody starts it", async () => {
  const first = order();
  const second = order({ id: "order-2", number: 2 });
  const here = await staffBoard([boardTable({ session: openSession(first) })]);
  here.open();
  const known = await screen.findByRole("article");
  expect(document.title).toBe("(1) 주문 현황");
  expect(known.className).not.toContain("is-new");
  here.happen("order.created", { order: second });
  expect(await screen.findByText("새 주문 1건")).toBeDefined();
  const [, arrived] = screen.getAllByRole("article");
  expect(arrived?.textContent).toContain("2번");
  expect(arrived?.className).toContain("is-new");
  expect(document.title).toBe("(2) 주문 현황");
  here.happen("order.updated", { order: { ...first, status: "preparing" } });
  here.happen("order.updated", { order: { ...second, status: "preparing" } });
  await waitFor(() => { expect(document.title).toBe("주문 현황"); });
});
