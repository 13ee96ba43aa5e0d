import { screen, waitFor } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { beforeEach, expect, test } from "vitest";

import { currentLanguage } from "../shared/words/language";
import { cartLines, isLive, pick, reload, send, sitDown, touch } from "../testing/guest";
import { openRestaurant, type Restaurant } from "../testing/restaurant";
import { bill, order, session } from "../testing/samples";
import { refuse, sendJson } from "../testing/server";

let restaurant: Restaurant;
const table = { id: "table-3", number: 3 };

beforeEach(async () => {
  restaurant = await openRestaurant();
  restaurant.bill = bill({ session, orders: [order()], total: 9000 });
});

function finish(): void {
  restaurant.bill = bill({ session: null });
  restaurant.announce("session.closed", { session: { ...session, closed_at: "2026-02-09T12:00:00Z" }, table });
}

const thanks = () => screen.findByRole("heading", { name: "이용해 주셔서 감사합니다" });
const invitation = () => screen.findByRole("button", { name: /화면을 눌러/ }, { timeout: 10_000 });
const backOnMenu = async () => {
  await userEvent.click(await invitation());
  await screen.findByText(/담은 메뉴가 없어요/);
};

test("a finished table thanks, then the next guests find no cart, no orders and the store's language", async () => {
  await sitDown(restaurant);
  await screen.findByRole("button", { name: /주문 내역.*₩9,000/ });
  await pick(/콜라/);
  await touch("English");
  await touch(/Orders/);
  finish();
  await thanks();
  expect(currentLanguage()).toBe("ko");
  await backOnMenu();
  await touch("주문 내역");
  expect(await screen.findByText("아직 주문이 없어요")).toBeDefined();
});

test("open sheets go with the guests", async () => {
  await sitDown(restaurant);
  await isLive(restaurant);
  await pick(/김치찌개/);
  await screen.findByRole("dialog");
  finish();
  await thanks();
  expect(screen.queryByRole("dialog")).toBeNull();
});

test("a table finished while the tablet was off is noticed when it is back", async () => {
  const page = await sitDown(restaurant);
  await screen.findByRole("button", { name: /주문 내역.*₩9,000/ });
  await pick(/콜라/);
  restaurant.bill = bill({ session: { ...session, id: "session-2" } });
  await reload(restaurant, page);
  await thanks();
  // The next guests are seated already.
  await screen.findByText(/담은 메뉴가 없어요/, {}, { timeout: 10_000 });
});

test("a cart begun before anyone was seated belongs to the session that opens", async () => {
  restaurant.bill = bill({ session: null });
  await sitDown(restaurant);
  await isLive(restaurant);
  await pick(/콜라/);
  restaurant.announce("session.opened", { session, table });
  restaurant.announce("order.created", { order: order() });
  await screen.findByRole("button", { name: /주문 내역.*₩9,000/ });
  expect(cartLines()).toHaveLength(1);
  await send();
  await screen.findByText("17");
  expect(restaurant.ordersReceived[0]?.body).toMatchObject({ session_id: session.id });
});

test("an order that comes after the finish is not placed, and the guests are told", async () => {
  restaurant.onOrder = (_, response) => { refuse(response, 409, "session_closed"); };
  await sitDown(restaurant);
  await screen.findByRole("button", { name: /주문 내역.*₩9,000/ });
  await pick(/콜라/);
  await send();
  expect((await screen.findByRole("alert")).textContent).toContain("주문되지 않았어요");
  await touch("메뉴로");
  await backOnMenu();
  expect(cartLines()).toEqual([]);
  finish();
  await waitFor(() => { expect(screen.queryByRole("heading", { name: /감사합니다/ })).toBeNull(); });
});

test("an order without an answer stays over the finish: it is asked about, and its number is told", async () => {
  restaurant.onOrder = () => undefined;
  const page = await sitDown(restaurant);
  await screen.findByRole("button", { name: /주문 내역.*₩9,000/ });
  await pick(/콜라/);
  await send();
  await waitFor(() => { expect(restaurant.ordersReceived).toHaveLength(1); });
  await reload(restaurant, page);
  await isLive(restaurant);
  await screen.findByRole("button", { name: /주문 내역.*₩9,000/ });
  restaurant.onWithdrawal = (_, response) => { sendJson(response, 200, { order: order({ number: 17 }) }); };
  finish();
  await thanks();
  expect((await screen.findByRole("alert")).textContent).toContain("마지막 주문 17번은 접수됐어요");
  expect(restaurant.ordersReceived).toHaveLength(1);
  expect(restaurant.withdrawals[0]?.headers["idempotency-key"]).toBe(restaurant.ordersReceived[0]?.headers["idempotency-key"]);
});

test("guests whom staff move are told where to, and their old table begins anew", async () => {
  await sitDown(restaurant);
  await screen.findByRole("button", { name: /주문 내역.*₩9,000/ });
  await pick(/콜라/);
  await touch("큰 글씨");
  restaurant.bill = bill({ session: null });
  restaurant.announce("session.moved", { session, table: { id: "table-8", number: 8 }, from_table: table });
  expect(await screen.findByRole("heading", { name: "테이블 8번으로 옮겼어요" })).toBeDefined();
  await waitFor(() => { expect(document.documentElement.hasAttribute("data-easy")).toBe(false); });
  await backOnMenu();
  expect(screen.getByRole("button", { name: "주문 내역" }).textContent).not.toContain("₩");
});

test("the tablet of their new table shows their orders", async () => {
  restaurant.bill = bill({ session: null });
  await sitDown(restaurant);
  await isLive(restaurant);
  restaurant.bill = bill({ session, orders: [order()], total: 9000 });
  restaurant.announce("session.moved", { session, table, from_table: { id: "table-8", number: 8 } });
  expect(await screen.findByRole("button", { name: /주문 내역.*₩9,000/ })).toBeDefined();
});
