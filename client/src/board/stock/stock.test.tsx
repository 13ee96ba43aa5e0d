import { screen, waitFor, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { expect, test } from "vitest";

import { boardTable } from "../../testing/samples";
import { sendJson } from "../../testing/server";
import { staffBoard } from "../../testing/staffBoard";
import { staffItem, staffMenu } from "../../testing/staffMenu";

const CHANGE = "PATCH /api/v1/staff/menu-items/stew";
const MENU = "GET /api/v1/staff/menu";

async function stock(status: "on_sale" | "sold_out" | "hidden" = "on_sale") {
  const here = await staffBoard([boardTable()]);
  let menu = staffMenu(staffItem({ id: "stew", status }), staffItem({ id: "beer", name: { ko: "맥주", en: "Beer" } }));
  here.on(MENU, (response) => { sendJson(response, 200, menu); });
  here.on(CHANGE, (response, { body }) => {
    menu = staffMenu(staffItem({ id: "stew", ...(body as object) }));
    sendJson(response, 200, {});
  });
  here.open();
  await userEvent.click(await screen.findByRole("button", { name: "품절" }));
  const dialog = within(screen.getByRole("dialog", { name: "품절·재고" }));
  await dialog.findByText("김치찌개");
  return { here, dialog };
}

test("a search by initials and one touch make a dish sold out", async () => {
  const { here, dialog } = await stock();
  await userEvent.type(dialog.getByRole("searchbox"), "ㄱㅊ");
  expect(dialog.queryByText("맥주")).toBeNull();
  const row = within(dialog.getByRole("listitem"));
  await userEvent.click(row.getByRole("button", { name: "품절" }));
  expect(here.sent(CHANGE)).toEqual([{ status: "sold_out" }]);
  await waitFor(() => { expect(row.getByRole("button", { name: "품절" }).getAttribute("aria-pressed")).toBe("true"); });
  await userEvent.click(row.getByRole("button", { name: "품절" }));
  expect(here.sent(CHANGE)).toEqual([{ status: "sold_out" }, { status: "on_sale" }]);
});

test("what is left is counted, and no longer", async () => {
  const { here, dialog } = await stock();
  const row = within(dialog.getAllByRole("listitem")[0] ?? document.body);
  await userEvent.click(row.getByRole("button", { name: "재고" }));
  await userEvent.click(row.getByRole("button", { name: "하나 더" }));
  await userEvent.click(row.getByRole("button", { name: "저장" }));
  expect(await row.findByText(/11개 남음/)).toBeDefined();
  await userEvent.click(row.getByRole("button", { name: "재고" }));
  await userEvent.click(row.getByRole("button", { name: "세지 않기" }));
  await waitFor(() => { expect(here.sent(CHANGE)).toEqual([{ remaining: 11 }, { remaining: null }]); });
});

test("only what is sold out, a hidden dish that says so, and nothing found", async () => {
  const { dialog } = await stock("hidden");
  expect(within(dialog.getAllByRole("listitem")[0] ?? document.body).getByText("숨김")).toBeDefined();
  await userEvent.click(dialog.getByRole("checkbox", { name: "품절만 보기" }));
  expect(dialog.getByText("그런 메뉴가 없어요.")).toBeDefined();
});

test("another person's change shows by itself", async () => {
  const { here, dialog } = await stock();
  here.on(MENU, (response) => { sendJson(response, 200, staffMenu(staffItem({ id: "stew", remaining: 3 }))); });
  here.happen("menu.updated", { version: 2 });
  expect(await dialog.findByText(/3개 남음/)).toBeDefined();
});
