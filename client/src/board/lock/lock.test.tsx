import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { afterEach, expect, test, vi } from "vitest";

import { boardTable, store } from "../../testing/samples";
import { refuse, sendJson } from "../../testing/server";
import { type StaffBoard, staffBoard } from "../../testing/staffBoard";

const TAKE_OVER = "POST /api/v1/staff/take-over";
const SET_PIN = "POST /api/v1/auth/staff/pin";
const people = [
  { id: "user-1", username: "kim", name: "김지은" },
  { id: "user-2", username: "lee", name: "이서준" },
];

afterEach(() => { vi.restoreAllMocks(); });

async function aBoard(): Promise<StaffBoard> {
  const here = await staffBoard([boardTable()]);
  here.on("GET /api/v1/staff/colleagues", (response) => { sendJson(response, 200, { people }); });
  here.on(TAKE_OVER, (response, { body }) => {
    const { id, username } = people.find(({ id }) => id === (body as { user: string }).user) ?? { id: "", username: "" };
    const user = { id, username, role: "staff" };
    sendJson(response, 200, { access: "token-2", refresh: "refresh-2", expires_at: "2026-02-10T02:00:00Z", store, user });
  });
  return here;
}

async function lockNow(): Promise<void> {
  await userEvent.click(await screen.findByRole("button", { name: "메뉴" }));
  await userEvent.click(screen.getByRole("button", { name: "지금 잠그기 · 교대하기" }));
}

async function ask() {
  const dialog = within(await screen.findByRole("dialog", { name: "보드가 잠겨 있어요" }));
  await userEvent.click(dialog.getByRole("button", { name: "잠금 풀기" }));
  await dialog.findByRole("button", { name: "이서준" });
  return dialog;
}

const isLocked = () => screen.queryByRole("dialog", { name: "보드가 잠겨 있어요" }) !== null;

test("a locked board shows what it showed, and whoever had it goes on with their PIN", async () => {
  const here = await aBoard();
  here.open();
  await lockNow();
  const dialog = await ask();
  expect(screen.getByRole("region", { name: "테이블", hidden: true })).toBeDefined();
  expect(dialog.getByRole("button", { name: "김지은" }).getAttribute("aria-pressed")).toBe("true");
  expect(document.activeElement).toBe(dialog.getByLabelText("김지은님의 PIN"));
  for (const key of ["4", "8", "0", "1"]) await userEvent.click(dialog.getByRole("button", { name: key }));
  await userEvent.click(dialog.getByRole("button", { name: "확인" }));
  await waitFor(() => { expect(isLocked()).toBe(false); });
  expect(here.sent(TAKE_OVER)).toEqual([{ user: "user-1", pin: "4801" }]);
});

test("a colleague taps their name and takes the board over, by the keyboard too", async () => {
  const here = await aBoard();
  here.open();
  await lockNow();
  const dialog = await ask();
  await userEvent.click(dialog.getByRole("button", { name: "이서준" }));
  await userEvent.keyboard("590183{Enter}");
  await waitFor(() => { expect(isLocked()).toBe(false); });
  expect(here.sent(TAKE_OVER)).toEqual([{ user: "user-2", pin: "590183" }]);
  await userEvent.click(screen.getByRole("button", { name: "메뉴" }));
  expect(screen.getByText("lee · 직원")).toBeDefined();
});

test("digits that are pressed on the keyboard count wherever the focus is, and can be taken back", async () => {
  const here = await aBoard();
  here.open();
  await lockNow();
  const dialog = await ask();
  await userEvent.click(dialog.getByRole("button", { name: "1" }));
  await userEvent.keyboard("23");
  await userEvent.click(dialog.getByRole("button", { name: "한 자리 지우기" }));
  const field = dialog.getByLabelText<HTMLInputElement>("김지은님의 PIN");
  expect(field.value).toBe("12");
  expect(dialog.getByRole("button", { name: "확인" }).getAttribute("aria-disabled")).toBe("true");
  await userEvent.type(field, "x3456789");
  expect(field.value).toBe("123456");
  await userEvent.click(dialog.getByRole("button", { name: "모두 지우기" }));
  expect(field.value).toBe("");
});

test("a wrong PIN is said and cleared, and too many make one wait", async () => {
  const here = await aBoard();
  here.open();
  await lockNow();
  const dialog = await ask();
  here.on(TAKE_OVER, (response) => { refuse(response, 403, "pin_wrong"); });
  await userEvent.keyboard("4801{Enter}");
  expect((await dialog.findByRole("alert")).textContent).toContain("맞지 않아요");
  expect(dialog.getByLabelText<HTMLInputElement>("김지은님의 PIN").value).toBe("");
  here.on(TAKE_OVER, (response) => { refuse(response, 429, "login_locked", { "Retry-After": "300" }); });
  await userEvent.keyboard("4801{Enter}");
  expect((await dialog.findByText(/잠시 잠겼어요/)).textContent).toMatch(/\d+초/);
  await userEvent.keyboard("4801{Enter}");
  expect(here.sent(TAKE_OVER)).toHaveLength(2);
  expect(isLocked()).toBe(true);
});

test("neither Esc nor a shortcut gets past it, and a reload neither", async () => {
  const here = await aBoard();
  const { unmount } = here.open();
  await lockNow();
  await screen.findByRole("dialog", { name: "보드가 잠겨 있어요" });
  await userEvent.keyboard("{Escape}{Escape}m?k");
  expect(isLocked()).toBe(true);
  expect(screen.queryByRole("dialog", { name: "단축키" })).toBeNull();
  unmount();
  here.open({ again: true });
  expect(await screen.findByRole("dialog", { name: "보드가 잠겨 있어요" })).toBeDefined();
});

test("a board that is told to locks after ten minutes without a touch, and not before", async () => {
  const here = await aBoard();
  here.open();
  await userEvent.click(await screen.findByRole("button", { name: "메뉴" }));
  await userEvent.click(screen.getByLabelText("10분 동안 만지지 않으면 잠그기"));
  const touched = Date.now();
  const clock = vi.spyOn(Date, "now");
  clock.mockReturnValue(touched + 590_000);
  fireEvent(window, new Event("storage"));
  expect(isLocked()).toBe(false);
  clock.mockReturnValue(touched + 601_000);
  fireEvent(window, new Event("storage"));
  expect(isLocked()).toBe(true);
});

test("nobody's board locks by itself until it is told to", async () => {
  const here = await aBoard();
  here.open();
  await screen.findByRole("button", { name: "메뉴" });
  const touched = Date.now();
  vi.spyOn(Date, "now").mockReturnValue(touched + 3_600_000);
  fireEvent(window, new Event("storage"));
  expect(isLocked()).toBe(false);
});

test("where nobody has a PIN one signs in with a password", async () => {
  const here = await aBoard();
  here.on("GET /api/v1/staff/colleagues", (response) => { sendJson(response, 200, { people: [] }); });
  here.open();
  await lockNow();
  await userEvent.click(await screen.findByRole("button", { name: "잠금 풀기" }));
  expect(await screen.findByText(/아직 PIN을 정한 사람이 없어요/)).toBeDefined();
  await userEvent.click(screen.getByRole("button", { name: "비밀번호로 로그인" }));
  expect(await screen.findByRole("heading", { name: "직원 로그인" })).toBeDefined();
});

test("one sets one's PIN with the password, and what is wrong with it is said", async () => {
  const here = await aBoard();
  here.open();
  await userEvent.click(await screen.findByRole("button", { name: "메뉴" }));
  await userEvent.click(screen.getByRole("button", { name: "내 PIN 정하기" }));
  const dialog = within(screen.getByRole("dialog", { name: "내 PIN 정하기" }));
  await userEvent.type(dialog.getByLabelText("지금 비밀번호"), "staff1234");
  await userEvent.type(dialog.getByLabelText(/새 PIN/), "4801");
  await userEvent.type(dialog.getByLabelText("한 번 더"), "4802");
  await userEvent.click(dialog.getByRole("button", { name: "내 PIN 정하기" }));
  expect((await dialog.findByRole("alert")).textContent).toContain("서로 달라요");
  expect(here.sent(SET_PIN)).toEqual([]);
  await userEvent.clear(dialog.getByLabelText("한 번 더"));
  await userEvent.type(dialog.getByLabelText("한 번 더"), "4801");
  here.on(SET_PIN, (response) => { refuse(response, 401, "authentication_failed"); });
  await userEvent.click(dialog.getByRole("button", { name: "내 PIN 정하기" }));
  expect(await dialog.findByText("지금 비밀번호가 맞지 않아요.")).toBeDefined();
  here.on(SET_PIN, (response) => { response.writeHead(204).end(); });
  await userEvent.click(dialog.getByRole("button", { name: "내 PIN 정하기" }));
  expect(await dialog.findByText("PIN을 정했어요.")).toBeDefined();
  const sent = { store_code: "demo", username: "kim", password: "staff1234", pin: "4801" };
  expect(here.sent(SET_PIN).at(-1)).toEqual(sent);
});
