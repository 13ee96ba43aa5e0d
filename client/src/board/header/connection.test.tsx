import { screen } from "@testing-library/react";
import { expect, test } from "vitest";

import { boardTable, order, session } from "../../testing/samples";
import { refuse } from "../../testing/server";
import { staffBoard } from "../../testing/staffBoard";

test("the board says that it is live, that it comes back, and that it is lost with what it last knew", async () => {
  const here = await staffBoard([boardTable({ session: { ...session, total: 9000, orders: [order()] } })]);
  here.open();
  expect(await screen.findByText("실시간")).toBeDefined();
  await here.server.kill();
  expect(await screen.findByText(/다시 연결 중 \d초/)).toBeDefined();
  expect(await screen.findByText(/끊김 · \d\d:\d\d까지/, {}, { timeout: 4000 })).toBeDefined();
  expect(screen.getByRole("alert").textContent).toContain("예전 것일 수 있어요");
  expect(screen.getByRole("article").textContent).toContain("1번");
});

test("a board that could not be loaded says so and tries again", async () => {
  const here = await staffBoard([boardTable()]);
  here.on("GET /api/v1/staff/board", (response) => { refuse(response, 503, "unavailable"); });
  here.open();
  expect((await screen.findByRole("alert")).textContent).toContain("불러오지 못했어요");
  here.answers.clear();
  expect(await screen.findByRole("button", { name: /^테이블 3/ }, { timeout: 4000 })).toBeDefined();
});
