import { screen, waitFor, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { expect, test } from "vitest";

import { boardTable } from "../../testing/samples";
import { staffBoard } from "../../testing/staffBoard";
import { chooseTheme } from "./theme";

test("the board follows the device, until somebody chooses", async () => {
  const here = await staffBoard([boardTable()]);
  here.open();
  await userEvent.click(await screen.findByRole("button", { name: "메뉴" }));
  expect(document.documentElement.dataset.theme).toBe("system");
  const menu = within(screen.getByRole("dialog", { name: "메뉴" }));
  await userEvent.click(menu.getByRole("radio", { name: "어둡게" }));
  await waitFor(() => { expect(document.documentElement.dataset.theme).toBe("dark"); });
  expect(localStorage.getItem("tableorder.theme.v1")).toBe('"dark"');
  chooseTheme("system");
});
