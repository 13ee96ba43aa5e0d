import { render, screen, waitFor } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { afterEach, expect, test, vi } from "vitest";

import { isRecord, keep } from "../../shared/storage";
import { seat } from "../../testing/restaurant";
import { refuse, sendJson, serve } from "../../testing/server";
import { App } from "../App";
import { createTabletClient } from "../client";

const otherSeat = { ...seat, access: "token-4", table: { id: "table-4", number: 4, name: "4" } };

afterEach(() => {
  vi.useRealTimers();
});

/** A tablet on table 3, whose server knows the PIN 1234 alone. */
async function stand() {
  const server = await serve(({ path, body }, response) => {
    if (path.endsWith("/logout")) response.writeHead(204).end();
    else if (!path.endsWith("/login") || !isRecord(body)) refuse(response, 404, "not_found");
    else if (body.pin !== "1234") refuse(response, 401, "authentication_failed");
    else sendJson(response, 200, body.table_number === 3 ? seat : otherSeat);
  });
  keep("tablet", 1, (value): value is typeof seat => value !== null).write(seat);
  render(<App client={createTabletClient(server.origin)} />);
  return server;
}

async function touchFiveTimes(): Promise<void> {
  for (let time = 0; time < 5; time += 1) await userEvent.click(screen.getByRole("button", { name: "테이블 3" }));
}

async function open(pin = "1234"): Promise<void> {
  await touchFiveTimes();
  await userEvent.type(await screen.findByLabelText("이 테이블의 PIN"), pin);
  await userEvent.click(screen.getByRole("button", { name: "열기" }));
}

test("five touches and the table's PIN lead to the staff's menu, a wrong one does not", async () => {
  await stand();
  await open("9999");
  expect((await screen.findByRole("alert")).textContent).toContain("맞지 않아요");
  await userEvent.clear(screen.getByLabelText("이 테이블의 PIN"));
  await userEvent.type(screen.getByLabelText("이 테이블의 PIN"), "1234");
  await userEvent.click(screen.getByRole("button", { name: "열기" }));
  expect(await screen.findByRole("button", { name: "다른 테이블에 연결" })).toBeDefined();
});

test("holding the table's number for three seconds opens it too", async () => {
  await stand();
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  const sign = screen.getByRole("button", { name: "테이블 3" });
  sign.dispatchEvent(new Event("pointerdown", { bubbles: true }));
  vi.advanceTimersByTime(3000);
  vi.useRealTimers();
  expect(await screen.findByLabelText("이 테이블의 PIN")).toBeDefined();
});

test("four touches open nothing", async () => {
  await stand();
  await userEvent.tripleClick(screen.getByRole("button", { name: "테이블 3" }));
  await userEvent.click(screen.getByRole("button", { name: "테이블 3" }));
  expect(screen.queryByRole("dialog")).toBeNull();
});

test("staff take the tablet to another table, or keep this one", async () => {
  await stand();
  await open();
  await userEvent.click(await screen.findByRole("button", { name: "다른 테이블에 연결" }));
  await userEvent.click(await screen.findByRole("button", { name: "지금 테이블 그대로 쓰기" }));
  await open();
  await userEvent.click(await screen.findByRole("button", { name: "다른 테이블에 연결" }));
  await userEvent.type(await screen.findByLabelText("매장 코드"), "demo");
  await userEvent.type(screen.getByLabelText("테이블 번호"), "4");
  await userEvent.type(screen.getByLabelText("PIN"), "1234");
  await userEvent.click(screen.getByRole("button", { name: "연결" }));
  expect(await screen.findByRole("button", { name: "테이블 4" })).toBeDefined();
});

test("who knows the PIN leaves no second tablet behind: the device says which one it is", async () => {
  const server = await stand();
  await open();
  await screen.findByRole("button", { name: "다른 테이블에 연결" });
  expect(server.received.find(({ path }) => path.endsWith("/login"))?.body).toMatchObject({ tablet_secret: seat.tablet_secret });
});

test("staff disconnect the tablet, and the server hears of it", async () => {
  const server = await stand();
  await open();
  await userEvent.click(await screen.findByRole("button", { name: "이 태블릿의 연결 끊기" }));
  expect(await screen.findByLabelText("매장 코드")).toBeDefined();
  await waitFor(() => { expect(localStorage.getItem("tableorder.tablet.v1")).toBeNull(); });
  await waitFor(() => { expect(server.received.at(-1)).toMatchObject({ path: "/api/v1/auth/table/logout", body: { tablet_secret: seat.tablet_secret } }); });
});
