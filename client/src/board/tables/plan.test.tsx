import { screen, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { expect, test } from "vitest";

import { boardTable } from "../../testing/samples";
import { staffBoard } from "../../testing/staffBoard";

test("on the floor plan tables stand where they stand, those without a place below", async () => {
  const here = await staffBoard([
    boardTable({ id: "table-1", number: 1, position: { x: 20, y: 70 } }),
    boardTable({ id: "table-2", number: 2, position: null }),
  ]);
  here.open();
  await userEvent.click(await screen.findByRole("button", { name: "배치도" }));
  const floor = within(screen.getByRole("list", { name: "배치도" }));
  const table = floor.getByRole("listitem");
  expect([table.style.left, table.style.top]).toEqual(["20%", "70%"]);
  expect(screen.getByRole("heading", { name: "자리를 정하지 않은 테이블" })).toBeDefined();
  await userEvent.click(floor.getByRole("button", { name: /^테이블 1/ }));
  expect(screen.getByRole("dialog", { name: /^테이블 1/ })).toBeDefined();
});
