import { act, screen, waitFor, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

import type { Store } from "../shared/api/types";
import { cart, cartLines, pick, send, sitDown, touch } from "../testing/guest";
import { cola, item, menuOf, openRestaurant, type Restaurant, rice } from "../testing/restaurant";
import { bill, order, session, store } from "../testing/samples";
import { sendJson } from "../testing/server";

let restaurant: Restaurant;

beforeEach(async () => {
  // Network and testing library need the real timeouts.
  vi.useFakeTimers({ toFake: ["Date", "setInterval", "clearInterval"] });
  // 19:00 in Seoul
  vi.setSystemTime(new Date("2026-02-09T10:00:00Z"));
  restaurant = await openRestaurant();
});

afterEach(() => {
  vi.useRealTimers();
});

type Opening = NonNullable<Store["opening"]>;

const evening: Opening = {
  is_open: true,
  closes_at: "2026-02-09T13:00:00Z",
  last_order_at: "2026-02-09T12:30:00Z",
  orders_until: "2026-02-09T12:35:00Z",
  next_opens_at: "2026-02-10T02:00:00Z",
};
const closed: Opening = { is_open: false, closes_at: null, last_order_at: null, orders_until: null, next_opens_at: "2026-02-09T10:30:00Z" };

function storeWith(opening: Partial<Opening>, changes: Partial<Store> = {}): Store {
  return { ...store, opening: { ...evening, ...opening }, ...changes };
}

function keep(changed: Store, items = [rice, cola]): void {
  restaurant.menu = { ...menuOf(items), store: changed, version: restaurant.menu.version + 1 };
}

/** As the server tells it to an open tablet. */
function tell(changed: Store): void {
  keep(changed);
  restaurant.announce("store.updated", { store: changed });
}

const footer = () => within(cart());
const orderButton = () => footer().getByRole("button", { name: "주문하기" });

test("the idle screen of a closed store says when it opens, and shows its menu to look at", async () => {
  keep(storeWith(closed));
  await sitDown(restaurant);
  act(() => { vi.advanceTimersByTime(4 * 60_000); });
  const invitation = screen.getByRole("button", { name: /메뉴 보기/ });
  expect(invitation.textContent).toContain("지금은 주문 시간이 아니에요 · 19:30에 열어요");
  await userEvent.click(invitation);
  expect(await screen.findByRole("region", { name: "주문서" })).toBeDefined();
  await pick(/콜라/);
  const sheet = within(await screen.findByRole("dialog", { name: "콜라" }));
  expect(sheet.getByText("지금은 주문 시간이 아니에요 · 19:30에 열어요")).toBeDefined();
  expect(sheet.queryByRole("button", { name: /담기/ })).toBeNull();
  await userEvent.click(sheet.getAllByRole("button", { name: "닫기" }).at(-1) ?? expect.unreachable());
  expect(cartLines()).toEqual([]);
  expect(orderButton().getAttribute("aria-disabled")).toBe("true");
});

test.each([
  ["2026-02-10T02:00:00Z", "내일 11:00에 열어요", "opens tomorrow at 11:00"],
  ["2026-02-16T02:00:00Z", "2월 16일 11:00에 열어요", "opens on February 16 at 11:00"],
  ["2026-02-09T16:00:00Z", "내일 01:00에 열어요", "opens tomorrow at 01:00"],
])("a store that opens at %s says %s", async (next_opens_at, korean, english) => {
  keep(storeWith({ ...closed, next_opens_at }));
  await sitDown(restaurant);
  expect(await footer().findByText(`지금은 주문 시간이 아니에요 · ${korean}`)).toBeDefined();
  await touch("English");
  expect(await within(screen.getByRole("region", { name: "Your order" })).findByText(`We are closed now · ${english}`)).toBeDefined();
});

test("a store that closes keeps the guest's cart and says why, and takes it when it opens again", async () => {
  keep(storeWith({}));
  await sitDown(restaurant);
  await pick(/콜라/);
  tell(storeWith({ is_open: false, orders_until: "2026-02-09T10:00:00Z" }));
  expect(await footer().findByText(/라스트오더가 끝났어요 · 내일 11:00에 열어요\. 담은 메뉴는 그대로 있어요/)).toBeDefined();
  expect(cartLines()).toHaveLength(1);
  await userEvent.click(orderButton());
  expect(screen.queryByRole("dialog")).toBeNull();
  tell(storeWith({}));
  await waitFor(() => { expect(screen.queryByText(/라스트오더가 끝났어요/)).toBeNull(); });
  await send();
  expect(await screen.findByText("17")).toBeDefined();
});

test("closing while the guest is asked: the question stays, and cannot be sent", async () => {
  keep(storeWith({}));
  await sitDown(restaurant);
  await pick(/콜라/);
  await touch("주문하기");
  tell(storeWith(closed));
  const dialog = within(screen.getByRole("dialog"));
  expect(await dialog.findByText(/지금은 주문 시간이 아니에요/)).toBeDefined();
  await userEvent.click(dialog.getByRole("button", { name: "주문 보내기" }));
  expect(restaurant.ordersReceived).toEqual([]);
});

test("an order that the server refuses as too late is explained in its words, and the cart stays", async () => {
  restaurant.onOrder = (_, response) => {
    const errors = [{ code: "store_closed", detail: "지금은 주문 시간이 아니에요. 내일 11:00에 열어요.", attr: null }];
    sendJson(response, 409, { type: "client_error", errors, next_opens_at: "2026-02-10T02:00:00Z" });
  };
  await sitDown(restaurant);
  await pick(/콜라/);
  await send();
  expect((await screen.findByRole("alert")).textContent).toContain("내일 11:00에 열어요. 담은 메뉴는 그대로 두었어요.");
  await touch("주문서로");
  expect(cartLines()).toHaveLength(1);
});

test("the last order is announced from half an hour before it, and its grace afterwards", async () => {
  keep(storeWith({ last_order_at: "2026-02-09T10:31:00Z", orders_until: "2026-02-09T10:36:00Z" }));
  restaurant.bill = bill({ session, orders: [order()], total: 9000 });
  await sitDown(restaurant);
  expect(screen.queryByText(/라스트오더/)).toBeNull();
  act(() => { vi.advanceTimersByTime(61_000); });
  expect(screen.getByText("라스트오더 19:31")).toBeDefined();
  await pick(/콜라/);
  act(() => { vi.advanceTimersByTime(30 * 60_000); });
  expect(screen.getByText("라스트오더 시간이에요. 19:36까지 담은 메뉴를 주문할 수 있어요.")).toBeDefined();
  await send();
  expect(await screen.findByText("17")).toBeDefined();
});

test("a pause says when ordering goes on, and the cart may be filled meanwhile", async () => {
  keep({ ...store, accepting_orders: false, paused_until: "2026-02-09T10:20:00Z" });
  await sitDown(restaurant);
  await pick(/콜라/);
  expect(cartLines()).toHaveLength(1);
  expect(footer().getByText(/지금은 주문을 받지 않아요 · 19:20부터 다시 주문할 수 있어요/)).toBeDefined();
  expect(orderButton().getAttribute("aria-disabled")).toBe("true");
});

const makgeolli = item({ id: "makgeolli", name: { ko: "막걸리" }, price: 7000, dietary: ["alcohol"] });
const ageQuestion = () => screen.queryByRole("dialog", { name: /19세/ });

test("a closed store asks nobody for their age: its alcohol is to look at, without a note to the kitchen", async () => {
  keep(storeWith(closed), [makgeolli]);
  await sitDown(restaurant);
  await pick(/막걸리/);
  const sheet = within(await screen.findByRole("dialog", { name: "막걸리" }));
  expect(sheet.getByText(/지금은 주문 시간이 아니에요/)).toBeDefined();
  expect(sheet.queryByRole("textbox")).toBeNull();
  expect(ageQuestion()).toBeNull();
});

test("nor does a pause; alcohol that came into the cart meanwhile is asked about before it is ordered", async () => {
  keep({ ...store, accepting_orders: false }, [makgeolli]);
  await sitDown(restaurant);
  await pick(/막걸리/);
  expect(ageQuestion()).toBeNull();
  expect(cartLines()).toHaveLength(1);
  keep(store, [makgeolli]);
  restaurant.announce("store.updated", { store });
  await waitFor(() => { expect(orderButton().getAttribute("aria-disabled")).toBe("false"); });
  await touch("주문하기");
  await waitFor(() => { expect(ageQuestion()).not.toBeNull(); });
  expect(screen.queryByRole("dialog", { name: "주문할까요?" })).toBeNull();
  await touch(/네, 19세/);
  await touch("주문 보내기");
  expect(await screen.findByText("17")).toBeDefined();
});

test("nothing comes into the cart again from an earlier order while the store is closed", async () => {
  keep(storeWith(closed));
  restaurant.bill = bill({ session, orders: [order()], total: 9000 });
  await sitDown(restaurant);
  await touch(/주문 내역.*₩9,000/);
  const again = await screen.findByRole("button", { name: /같은 메뉴/ });
  expect(again.getAttribute("aria-disabled")).toBe("true");
});
