import { render, screen } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { expect, test } from "vitest";

import { store } from "../testing/samples";
import { refuse, sendJson, serve } from "../testing/server";
import { App } from "./App";
import { createStaffClient } from "./client";

const member = {
  access: "token-1",
  refresh: "refresh-1",
  expires_at: "2026-02-10T02:00:00Z",
  store,
  user: { id: "user-1", username: "staff", role: "staff" },
};

async function fillIn(): Promise<void> {
  await userEvent.type(screen.getByLabelText("매장 코드"), "demo");
  await userEvent.type(screen.getByLabelText("사용자 이름"), "staff");
  await userEvent.type(screen.getByLabelText("비밀번호"), " staff1234 ");
  await userEvent.click(screen.getByRole("button", { name: "로그인" }));
}

test("staff sign in with store code, user name and password, stay so after a reload, and sign out", async () => {
  const server = await serve((request, response) => {
    if (request.path.endsWith("/login")) sendJson(response, 200, member);
    else refuse(response, 503, "unavailable");
  });
  const { unmount } = render(<App client={createStaffClient(server.origin)} />);
  await fillIn();
  expect(await screen.findByRole("heading", { name: "한빛식당" })).toBeDefined();
  expect(server.to("/api/v1/auth/staff/login")[0]?.body).toEqual({
    store_code: "demo",
    username: "staff",
    password: " staff1234 ",
  });
  unmount();
  render(<App client={createStaffClient(server.origin)} />);
  await userEvent.click(screen.getByRole("button", { name: "메뉴" }));
  await userEvent.click(screen.getByRole("button", { name: "로그아웃" }));
  expect(screen.getByRole("heading", { name: "직원 로그인" })).toBeDefined();
  expect(localStorage.getItem("tableorder.staff.v1")).toBeNull();
});

test.each([
  [401, "authentication_failed", {}, /맞지 않아요/],
  [429, "login_locked", { "Retry-After": "300" }, /30[01]초 뒤에/],
  [429, "throttled", {}, /6[01]초 뒤에/],
  [503, "unavailable", {}, /서버가 답하지 못해요/],
])("a %i (%s) is said in words", async (status, code, headers, text) => {
  const server = await serve((_, response) => { refuse(response, status, code, headers); });
  render(<App client={createStaffClient(server.origin)} />);
  await fillIn();
  expect((await screen.findByRole("alert")).textContent).toMatch(text);
});

test("without a connection the board says so", async () => {
  const server = await serve(() => undefined);
  await server.kill();
  render(<App client={createStaffClient(server.origin)} />);
  await fillIn();
  expect((await screen.findByRole("alert")).textContent).toContain("인터넷 연결");
});

test("an expired token is renewed with the refresh token", async () => {
  const server = await serve((request, response) => {
    if (request.path.endsWith("/login")) sendJson(response, 200, member);
    else if (request.path.endsWith("/refresh")) sendJson(response, 200, { access: "token-2", expires_at: "later" });
    else if (request.path.endsWith("/me")) sendJson(response, 200, { ...member, role: "staff", table: null });
    else if (request.headers.authorization === "Bearer token-2") sendJson(response, 200, { tables: [], last_event_id: 1 });
    else refuse(response, 401, "token_not_valid");
  });
  const client = createStaffClient(server.origin);
  render(<App client={client} />);
  await fillIn();
  await screen.findByRole("heading", { name: "한빛식당" });
  const { data } = await client.api.GET("/api/v1/staff/board");
  expect(data).toEqual({ tables: [], last_event_id: 1 });
  expect(server.to("/api/v1/auth/staff/refresh")[0]?.body).toEqual({ refresh: "refresh-1" });
});
