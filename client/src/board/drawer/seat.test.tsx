import { screen, waitFor } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { expect, test } from "vitest";

import { boardTable, session } from "../../testing/samples";
import { refuse, sendJson } from "../../testing/server";
import { staffBoard } from "../../testing/staffBoard";

const OPEN = "POST /api/v1/staff/tables/table-3/open";

test("guests are seated at an empty table with their number", async () => {
  const here = await staffBoard([boardTable()]);
  here.on(OPEN, (response) => {
    sendJson(response, 201, { ...session, guests: 3 });
    here.happen("session.opened", { session: { ...session, guests: 3 }, table: { id: "table-3", number: 3 } });
  });
  here.open();
  await userEvent.click(await screen.findByRole("button", { name: /^테이블 3/ }));
  await userEvent.click(screen.getByRole("button", { name: "하나 더" }));
  await userEvent.click(screen.getByRole("button", { name: "이용 시작" }));
  expect(await screen.findByRole("button", { name: "이용 완료" })).toBeDefined();
  expect(screen.getByRole("dialog").textContent).toContain("3명");
  expect(here.sent(OPEN)).toEqual([{ guests: 3 }]);
});

test("a table that was taken meanwhile shows its guests", async () => {
  const here = await staffBoard([boardTable()]);
  here.on(OPEN, (response) => {
    here.board = { last_event_id: 11, tables: [boardTable({ session: { ...session, total: 0, orders: [] } })] };
    refuse(response, 409, "table_occupied");
  });
  here.open();
  await userEvent.click(await screen.findByRole("button", { name: /^테이블 3/ }));
  await userEvent.click(screen.getByRole("button", { name: "이용 시작" }));
  await waitFor(() => { expect(screen.getByRole("button", { name: "이용 완료" })).toBeDefined(); });
});
