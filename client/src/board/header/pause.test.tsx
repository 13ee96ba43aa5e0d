import { screen, waitFor } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { expect, test } from "vitest";

import { boardTable, store } from "../../testing/samples";
import { sendJson } from "../../testing/server";
import { staffBoard } from "../../testing/staffBoard";

const STORE = "PATCH /api/v1/staff/store";
const paused = { ...store, accepting_orders: false };

test.each(["manager", "owner"] as const)("a %s pauses ordering, everybody sees it, and it is resumed", async (role) => {
  const here = await staffBoard([boardTable()], role);
  here.on(STORE, (response, { body }) => {
    const changed = { ...store, ...(body as Partial<typeof store>) };
    sendJson(response, 200, changed);
    here.happen("store.updated", { store: changed });
  });
  here.open();
  await screen.findByText("실시간");
  await userEvent.click(screen.getByRole("button", { name: "메뉴" }));
  await userEvent.click(screen.getByRole("button", { name: "주문 그만 받기" }));
  expect(await screen.findByText(/주문을 받지 않고 있어요/)).toBeDefined();
  await waitFor(() => { expect(screen.queryByRole("dialog")).toBeNull(); });
  await userEvent.click(screen.getByRole("button", { name: "주문 다시 받기" }));
  await waitFor(() => { expect(screen.queryByText(/주문을 받지 않고 있어요/)).toBeNull(); });
  expect(here.sent(STORE)).toEqual([{ accepting_orders: false }, { accepting_orders: true }]);
});

test("staff see the pause of before they came, and cannot change it", async () => {
  const here = await staffBoard([boardTable()], "staff");
  here.store = paused;
  here.open();
  expect(await screen.findByText(/주문을 받지 않고 있어요/)).toBeDefined();
  await userEvent.click(screen.getByRole("button", { name: "메뉴" }));
  expect(screen.queryByRole("button", { name: /주문 (그만|다시) 받기/ })).toBeNull();
});
