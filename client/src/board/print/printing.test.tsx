import { screen, waitFor, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { beforeEach, expect, test, vi } from "vitest";

import { boardTable, line, openSession, order } from "../../testing/samples";
import { type StaffBoard, staffBoard } from "../../testing/staffBoard";

const stew = line({ quantity: 2, options: [{ id: "o", name: { ko: "순한맛" }, price: 500 }], note: "덜 짜게", line_total: 19_000 });
const printed: string[] = [];

function now(changes: Parameters<typeof order>[0] = {}) {
  return order({ created_at: new Date().toISOString(), items: [stew], total: 19_000, ...changes });
}

beforeEach(() => {
  printed.length = 0;
  // jsdom has no paper.
  vi.stubGlobal("CSSStyleSheet", class { replaceSync() { return undefined; } });
  Object.defineProperty(document, "adoptedStyleSheets", { value: [], writable: true, configurable: true });
  vi.stubGlobal("print", () => {
    printed.push(document.querySelector(".paper")?.textContent ?? "");
    setTimeout(() => window.dispatchEvent(new Event("afterprint")));
  });
});

async function board(...orders: ReturnType<typeof order>[]): Promise<StaffBoard> {
  const here = await staffBoard([boardTable({ session: openSession(...orders) })]);
  here.open();
  await screen.findByRole("button", { name: /^테이블 3/ });
  return here;
}

async function switchOn() {
  await userEvent.click(screen.getByRole("button", { name: "메뉴" }));
  await userEvent.click(screen.getByRole("checkbox", { name: /저절로 인쇄/ }));
  await userEvent.click(within(screen.getByRole("dialog")).getByRole("button", { name: "닫기" }));
}

test("the bill adds up the same dishes, and leaves out what was cancelled", async () => {
  await board(now(), now({ id: "order-2", number: 2 }), now({ id: "order-3", number: 3, status: "cancelled" }));
  await userEvent.click(screen.getByRole("button", { name: /^테이블 3/ }));
  await userEvent.click(screen.getByRole("button", { name: "계산서 인쇄" }));
  await waitFor(() => { expect(printed).toHaveLength(1); });
  for (const text of ["한빛식당", "테이블 3", "2명", "김치찌개", "순한맛 +₩500", "₩9,500 × 4", "₩38,000", "주문 2건"]) expect(printed[0]).toContain(text);
});

test("a ticket says what to make, in the store's language whatever the screen's", async () => {
  await board(now({ note: "빨리" }));
  await userEvent.click(screen.getByRole("button", { name: "English" }));
  await userEvent.click(screen.getByRole("button", { name: /^Table 3/ }));
  await userEvent.click(screen.getByRole("button", { name: "Print the ticket" }));
  await waitFor(() => { expect(printed).toHaveLength(1); });
  for (const text of ["테이블 3", "주문 1번", "2김치찌개", "- 순한맛", "요청: 덜 짜게", "요청: 빨리"]) expect(printed[0]).toContain(text);
});

test("the chosen device prints each new order once, in their order, and never what was there before", async () => {
  const here = await board(now());
  await switchOn();
  const next = now({ id: "order-2", number: 2 });
  here.happen("order.created", { order: next });
  here.happen("order.created", { order: now({ id: "order-3", number: 3 }) });
  await waitFor(() => { expect(printed.map((text) => /주문 \d번/.exec(text)?.[0])).toEqual(["주문 2번", "주문 3번"]); });
  here.happen("order.updated", { order: { ...next, status: "preparing" } });
  await waitFor(() => { expect(screen.getByText("조리 중")).toBeDefined(); });
  expect(printed).toHaveLength(2);
});

test("after a reload it prints what came meanwhile, and nothing again or too late", async () => {
  const here = await board(now());
  await switchOn();
  const { unmount } = here.open();
  unmount();
  const old = now({ id: "order-4", number: 4, created_at: new Date(Date.now() - 3_600_000).toISOString() });
  here.board = { last_event_id: 10, tables: [boardTable({ session: openSession(now(), now({ id: "order-2", number: 2 }), old) })] };
  here.open();
  await waitFor(() => { expect(printed.map((text) => /주문 \d번/.exec(text)?.[0])).toEqual(["주문 2번"]); });
});

test("a device that was not chosen prints nothing", async () => {
  const here = await board(now());
  here.happen("order.created", { order: now({ id: "order-2", number: 2 }) });
  await screen.findByText("새 주문 1건");
  expect(printed).toEqual([]);
});
