import { render, screen, waitFor, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { expect, test } from "vitest";

import { boardTable, store } from "../../testing/samples";
import { refuse, sendJson, serve } from "../../testing/server";
import { staffBoard } from "../../testing/staffBoard";
import { App } from "../App";
import { createStaffClient } from "../client";

const PASSWORD = "POST /api/v1/auth/staff/password";
const member = {
  access: "token-2",
  refresh: "refresh-2",
  expires_at: "2026-02-10T02:00:00Z",
  store,
  user: { id: "user-1", username: "staff", role: "staff" },
};

async function withTheGivenPassword(path = "/api/v1/auth/staff/password") {
  const answers = { choose: (response: Parameters<typeof sendJson>[0]) => { sendJson(response, 200, member); } };
  const server = await serve((request, response) => {
    if (request.path.endsWith("/login")) refuse(response, 403, "password_change_required");
    else if (request.path === path) answers.choose(response);
    else refuse(response, 503, "unavailable");
  });
  render(<App client={createStaffClient(server.origin)} />);
  await userEvent.type(screen.getByLabelText("매장 코드"), "demo");
  await userEvent.type(screen.getByLabelText("사용자 이름"), "staff");
  await userEvent.type(screen.getByLabelText("비밀번호"), "abcd-efgh-jkmn");
  await userEvent.click(screen.getByRole("button", { name: "로그인" }));
  await screen.findByRole("heading", { name: "나만의 비밀번호 정하기" });
  return { answers, sent: () => server.to(path).map(({ body }) => body) };
}

async function choose(first: string, again: string): Promise<void> {
  for (const [label, text] of [["새 비밀번호", first], ["한 번 더", again]] as const) {
    await userEvent.clear(screen.getByLabelText(label));
    await userEvent.type(screen.getByLabelText(label), text);
  }
  await userEvent.click(screen.getByRole("button", { name: "바꾸고 시작하기" }));
}

test("whoever signs in with a password that somebody else made chooses their own, and the board opens", async () => {
  const { sent } = await withTheGivenPassword();
  expect(document.activeElement).toBe(screen.getByLabelText("새 비밀번호"));
  await choose("three-blue-tables", "three-blue-tables");
  expect(await screen.findByRole("heading", { name: "한빛식당" })).toBeDefined();
  const given = { store_code: "demo", username: "staff", password: "abcd-efgh-jkmn" };
  expect(sent()).toEqual([{ ...given, new_password: "three-blue-tables" }]);
});

test("two spellings that differ are not sent, and the server's reason is shown", async () => {
  const { answers, sent } = await withTheGivenPassword();
  await choose("three-blue-tables", "three-blue-table");
  expect((await screen.findByRole("alert")).textContent).toContain("서로 달라요");
  expect(sent()).toEqual([]);
  answers.choose = (response) => { refuse(response, 400, "password_too_common"); };
  await choose("password", "password");
  await waitFor(() => { expect(screen.getByRole("alert").textContent).toContain("password_too_common"); });
  expect(screen.getByLabelText("새 비밀번호")).toBeDefined();
});

test("one can go back to the sign-in instead", async () => {
  await withTheGivenPassword();
  await userEvent.click(screen.getByRole("button", { name: "돌아가기" }));
  expect(screen.getByRole("heading", { name: "직원 로그인" })).toBeDefined();
});

test("at the board everybody can change their password, and stays signed in", async () => {
  const here = await staffBoard([boardTable()]);
  here.on(PASSWORD, (response) => { refuse(response, 401, "authentication_failed"); });
  here.open();
  await userEvent.click(await screen.findByRole("button", { name: "메뉴" }));
  await userEvent.click(screen.getByRole("button", { name: "비밀번호 바꾸기" }));
  const dialog = within(screen.getByRole("dialog", { name: "비밀번호 바꾸기" }));
  await userEvent.type(dialog.getByLabelText("지금 비밀번호"), "staff1234");
  await userEvent.type(dialog.getByLabelText("새 비밀번호"), "three-blue-tables");
  await userEvent.type(dialog.getByLabelText("한 번 더"), "three-blue-tables");
  await userEvent.click(dialog.getByRole("button", { name: "비밀번호 바꾸기" }));
  expect(await dialog.findByText("지금 비밀번호가 맞지 않아요.")).toBeDefined();
  here.on(PASSWORD, (response) => { sendJson(response, 200, member); });
  await userEvent.click(dialog.getByRole("button", { name: "비밀번호 바꾸기" }));
  expect(await dialog.findByText("비밀번호를 바꿨어요.")).toBeDefined();
  expect(localStorage.getItem("tableorder.staff.v1")).toContain("refresh-2");
});
