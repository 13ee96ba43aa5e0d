import { screen, waitFor, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { expect, test } from "vitest";

import { boardTable } from "../../testing/samples";
import { sendJson } from "../../testing/server";
import { staffBoard } from "../../testing/staffBoard";

const tablet = { id: "tablet-abcd", last_seen_at: new Date().toISOString(), created_at: "2026-02-09T10:00:00Z", revoked_at: null as string | null };
const LIST = "GET /api/v1/staff/tables/table-3/tablets";

async function tablets(role: "staff" | "manager") {
  const here = await staffBoard([boardTable()], role);
  here.on(LIST, (response) => { sendJson(response, 200, { tablets: [tablet] }); });
  here.open();
  await userEvent.click(await screen.findByRole("button", { name: /^테이블 3/ }));
  await userEvent.click(screen.getByRole("button", { name: "태블릿" }));
  const dialog = within(screen.getByRole("dialog"));
  await dialog.findByText("태블릿 …abcd");
  return { here, dialog };
}

test("a manager gets a code for a new tablet and sees how long it lasts", async () => {
  const { here, dialog } = await tablets("manager");
  const expires_at = new Date(Date.now() + 600_000).toISOString();
  here.on("POST /api/v1/staff/tables/table-3/pairing-code", (response) => { sendJson(response, 201, { code: "123456", expires_at }); });
  await userEvent.click(dialog.getByRole("button", { name: "새 연결 코드" }));
  expect(await dialog.findByText("123 456")).toBeDefined();
  expect(dialog.getByText(/9분|10분/)).toBeDefined();
});

test("a revoked tablet says so", async () => {
  const { here, dialog } = await tablets("manager");
  here.on("POST /api/v1/staff/tablets/tablet-abcd/revoke", (response) => {
    here.on(LIST, (list) => { sendJson(list, 200, { tablets: [{ ...tablet, revoked_at: "2026-02-09T11:00:00Z" }] }); });
    sendJson(response, 200, tablet);
  });
  await userEvent.click(dialog.getByRole("button", { name: "연결 끊기" }));
  expect(await dialog.findByText("연결 끊음")).toBeDefined();
  await waitFor(() => { expect(dialog.queryByRole("button", { name: "연결 끊기" })).toBeNull(); });
});

test("staff see the tablets and leave them as they are", async () => {
  const { dialog } = await tablets("staff");
  expect(dialog.queryByRole("button", { name: "연결 끊기" })).toBeNull();
  expect(dialog.queryByRole("button", { name: "새 연결 코드" })).toBeNull();
});
