import type { ServerResponse } from "node:http";

import { render, screen, waitFor } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { afterEach, expect, test, vi } from "vitest";

import { store } from "../testing/samples";
import { seat } from "../testing/restaurant";
import { type Received, refuse, sendJson, serve } from "../testing/server";
import { currentLanguage } from "../shared/words/language";
import { App } from "./App";
import { createTabletClient } from "./client";

/** A server that knows nothing but how to connect a tablet. */
function connectOnly({ path }: Received, response: ServerResponse, answer: typeof seat): void {
  if (path.endsWith("/login")) sendJson(response, 200, answer);
  else refuse(response, 404, "not_found");
}

afterEach(() => {
  vi.useRealTimers();
});

async function fillIn(pin = "1234"): Promise<void> {
  await userEvent.type(await screen.findByLabelText("매장 코드"), " demo ");
  await userEvent.type(screen.getByLabelText("테이블 번호"), "3");
  await userEvent.type(screen.getByLabelText("PIN"), pin);
  await userEvent.click(screen.getByRole("button", { name: "연결" }));
}

test("a tablet is connected with store code, table number and PIN, and stays so after a reload", async () => {
  const server = await serve((request, response) => { connectOnly(request, response, seat); });
  const { unmount } = render(<App client={createTabletClient(server.origin)} />);
  await fillIn();
  expect(await screen.findByRole("heading", { name: "테이블 3" })).toBeDefined();
  expect(server.to("/api/v1/auth/table/login")[0]?.body).toEqual({ store_code: "demo", table_number: 3, pin: "1234" });
  unmount();
  render(<App client={createTabletClient(server.origin)} />);
  expect(screen.getByRole("heading", { name: "테이블 3" })).toBeDefined();
});

test("guests begin in the store's language, not in the one of the person who set it up", async () => {
  const server = await serve((request, response) => {
    connectOnly(request, response, { ...seat, store: { ...store, default_language: "en" } });
  });
  render(<App client={createTabletClient(server.origin)} />);
  await fillIn();
  expect(await screen.findByRole("heading", { name: "Table 3" })).toBeDefined();
  expect(currentLanguage()).toBe("en");
});

test("wrong credentials are said in words, in either language", async () => {
  const server = await serve((_, response) => { refuse(response, 401, "authentication_failed"); });
  render(<App client={createTabletClient(server.origin)} />);
  await fillIn("9999");
  expect((await screen.findByRole("alert")).textContent).toContain("맞지 않아요");
  await userEvent.click(screen.getByRole("button", { name: "English" }));
  expect(screen.getByRole("alert").textContent).toContain("does not match");
});

test("a locked login counts the seconds down, sends nothing meanwhile, and then may be tried again", async () => {
  vi.useFakeTimers({ toFake: ["Date", "setInterval", "clearInterval"] });
  const server = await serve((_, response) => { refuse(response, 429, "login_locked", { "Retry-After": "300" }); });
  render(<App client={createTabletClient(server.origin)} />);
  await fillIn();
  const alert = await screen.findByRole("alert");
  expect(alert.textContent).toMatch(/(300|301)초/);
  await userEvent.click(screen.getByRole("button", { name: "연결" }));
  vi.advanceTimersByTime(200_000);
  await waitFor(() => { expect(alert.textContent).toMatch(/10[01]초/); });
  expect(server.received).toHaveLength(1);
  vi.advanceTimersByTime(101_000);
  await waitFor(() => { expect(screen.queryByRole("alert")).toBeNull(); });
  await userEvent.click(screen.getByRole("button", { name: "연결" }));
  await waitFor(() => { expect(server.received).toHaveLength(2); });
});

test("without a connection the tablet says so, and keeps what was typed", async () => {
  const server = await serve(() => undefined);
  await server.kill();
  render(<App client={createTabletClient(server.origin)} />);
  await fillIn();
  expect((await screen.findByRole("alert")).textContent).toContain("인터넷 연결");
  expect(screen.getByLabelText<HTMLInputElement>("PIN").value).toBe("1234");
});

test("a server in trouble is not called a wrong PIN", async () => {
  const server = await serve((_, response) => { refuse(response, 503, "unavailable"); });
  render(<App client={createTabletClient(server.origin)} />);
  await fillIn();
  expect((await screen.findByRole("alert")).textContent).toContain("서버가 답하지 못해요");
});

test("an expired token is renewed with the tablet's secret, a revoked tablet asks to be connected again and sends guests to the staff", async () => {
  let revoked = false;
  const server = await serve((request, response) => {
    if (request.path.endsWith("/login")) sendJson(response, 200, seat);
    else if (request.path.endsWith("/renew") && !revoked) sendJson(response, 200, { ...seat, access: "token-2" });
    else if (request.headers.authorization === "Bearer token-2" && !revoked) refuse(response, 404, "not_found");
    else refuse(response, 401, "token_not_valid");
  });
  const client = createTabletClient(server.origin);
  render(<App client={client} />);
  await fillIn();
  await screen.findByRole("heading", { name: "테이블 3" });
  expect(screen.queryByText(/연결되어 있지 않아요/)).toBeNull();
  await expect(client.api.GET("/api/v1/menu")).rejects.toMatchObject({ status: 404 });
  expect(server.to("/api/v1/auth/table/renew")[0]?.body).toEqual({ tablet_secret: "secret" });
  revoked = true;
  await expect(client.api.GET("/api/v1/menu")).rejects.toMatchObject({ status: 401 });
  expect(await screen.findByRole("heading", { name: "테이블 연결" })).toBeDefined();
  expect(screen.getByText(/손님께서는 직원에게 말씀해 주세요/)).toBeDefined();
});
