import { screen, waitFor, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { cart, cartLines, isLive, pick, reload, send, sitDown, touch } from "../../testing/guest";
import { cola, openRestaurant, type Restaurant, rice, stew } from "../../testing/restaurant";
import { session, store } from "../../testing/samples";
import { refuse, sendJson } from "../../testing/server";

let restaurant: Restaurant;

beforeEach(async () => {
  restaurant = await openRestaurant();
});

afterEach(() => {
  vi.useRealTimers();
});

const dialog = () => within(screen.getByRole("dialog"));

test("an order is shown, confirmed, sent and answered with its number; the cart is empty then", async () => {
  restaurant.bill = { ...restaurant.bill, session };
  await sitDown(restaurant);
  await isLive(restaurant);
  await pick(/콜라/);
  await touch("주문하기");
  expect(dialog().getByText("콜라")).toBeDefined();
  expect(dialog().getAllByText("₩3,000")).toHaveLength(2);
  await touch("주문 보내기");
  expect(await screen.findByRole("heading", { name: /접수됐어요.*주문번호 17/ })).toBe(document.activeElement);
  expect(restaurant.ordersReceived[0]?.body).toMatchObject({ expected_total: 3000, session_id: session.id });
  await touch("메뉴로");
  expect(cartLines()).toEqual([]);
});

test("the number stays for five seconds, or for as long as the guest wants", async () => {
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
  await sitDown(restaurant);
  await pick(/콜라/);
  await send();
  await screen.findByText("5초 뒤 메뉴로 돌아가요");
  vi.advanceTimersByTime(3000);
  await screen.findByText("2초 뒤 메뉴로 돌아가요");
  vi.advanceTimersByTime(2000);
  await screen.findByText(/담은 메뉴가 없어요/);
  await pick(/콜라/);
  await send();
  await userEvent.click(await screen.findByText("17"));
  vi.advanceTimersByTime(60_000);
  expect(screen.getByText("계속 보고 계세요")).toBeDefined();
});

test("no answer: it is said, tried again, and stored once", async () => {
  restaurant.onOrder = (_, response) => {
    if (restaurant.ordersReceived.length === 1) refuse(response, 503, "unavailable");
    else restaurant.accept(response);
  };
  await sitDown(restaurant);
  await pick(/콜라/);
  await send();
  expect(await screen.findByText(/두 번 주문되지 않아요/)).toBeDefined();
  expect(screen.getByRole("button", { name: "보내는 중…" }).getAttribute("aria-disabled")).toBe("true");
  await screen.findByText("17");
  const keys = restaurant.ordersReceived.map(({ headers }) => headers["idempotency-key"]);
  expect(keys).toHaveLength(2);
  expect(new Set(keys).size).toBe(1);
});

test("an unanswered order keeps its dialog over a reload, and a person sends the same again", async () => {
  restaurant.onOrder = () => undefined;
  const page = await sitDown(restaurant);
  await pick(/콜라/);
  await send();
  await waitFor(() => { expect(restaurant.ordersReceived).toHaveLength(1); });
  await reload(restaurant, page);
  expect(dialog().getByText(/아직 몰라요/)).toBeDefined();
  expect(dialog().getByText("콜라")).toBeDefined();
  await userEvent.click(dialog().getByRole("button", { name: "직원 호출" }));
  expect(await screen.findByText("직원을 불렀어요. 곧 갈게요.")).toBeDefined();
  expect(restaurant.ordersReceived).toHaveLength(1);
  restaurant.onOrder = (_, response) => { restaurant.accept(response); };
  await touch("다시 보내기");
  await screen.findByText("17");
  const [first, second] = restaurant.ordersReceived;
  expect(second?.headers["idempotency-key"]).toBe(first?.headers["idempotency-key"]);
  expect(second?.body).toEqual(first?.body);
});

function changePrice(): void {
  restaurant.onOrder = ({ body }, response) => {
    if ((body as { expected_total: number }).expected_total === 4000) {
      restaurant.accept(response);
      return;
    }
    restaurant.changeMenu([rice, stew, { ...cola, price: 4000 }]);
    sendJson(response, 409, {
      type: "client_error",
      errors: [{ code: "price_changed", detail: "", attr: "expected_total" }],
      total: 4000,
      items: [{ menu_item: "cola", unit_price: 4000, options: [], line_total: 4000 }],
    });
  };
}

test("a changed price is shown as old and new, and ordered only when the guest says so", async () => {
  changePrice();
  await sitDown(restaurant);
  await pick(/콜라/);
  await send();
  await screen.findByRole("dialog", { name: "가격이 바뀌었어요" });
  expect(dialog().getByRole("listitem").textContent).toMatch(/콜라.*이전 가격 ₩3,000.*바뀐 가격 ₩4,000/);
  expect(restaurant.ordersReceived).toHaveLength(1);
  await touch("바뀐 내용으로 주문");
  await screen.findByText("17");
  const [first, second] = restaurant.ordersReceived;
  expect(second?.headers["idempotency-key"]).not.toBe(first?.headers["idempotency-key"]);
});

test("a changed price may be dropped: the cart is free and has the new price", async () => {
  changePrice();
  await sitDown(restaurant);
  await pick(/콜라/);
  await send();
  await touch("주문서로");
  expect(screen.queryByRole("dialog")).toBeNull();
  await waitFor(() => { expect(cartLines()[0]).toContain("₩4,000"); });
  await pick(/콜라/);
  expect(cartLines()[0]).toContain("₩8,000");
});

test("refused lines are named, each with its reason", async () => {
  restaurant.onOrder = (_, response) => {
    const errors = [
      { code: "menu_item_sold_out", detail: "품절된 메뉴예요.", attr: "items.0.menu_item" },
      { code: "insufficient_stock", detail: "1개 남았어요.", attr: "items.1.menu_item" },
    ];
    sendJson(response, 422, { type: "client_error", errors });
  };
  await sitDown(restaurant);
  await pick(/콜라/);
  await pick(/공깃밥/);
  await send();
  const alert = await screen.findByRole("alert");
  const lines = within(alert).getAllByRole("listitem").map(({ textContent }) => textContent);
  expect(lines).toEqual(["콜라: 품절된 메뉴예요.", "공깃밥: 1개 남았어요."]);
  await touch("주문서로");
  expect(cartLines()).toHaveLength(2);
});

test("a store that is paused says so, takes no order and keeps the cart", async () => {
  await sitDown(restaurant);
  await isLive(restaurant);
  await pick(/콜라/);
  restaurant.announce("store.updated", { store: { ...store, accepting_orders: false } });
  expect(await within(cart()).findByText(/지금은 주문을 받지 않아요/)).toBeDefined();
  await touch("주문하기");
  expect(screen.queryByRole("dialog")).toBeNull();
  restaurant.announce("store.updated", { store });
  await waitFor(() => { expect(screen.queryByText(/지금은 주문을 받지 않아요/)).toBeNull(); });
  restaurant.onOrder = (_, response) => { refuse(response, 409, "store_paused"); };
  await send();
  expect((await screen.findByRole("alert")).textContent).toContain("Because of store_paused. 담은 메뉴는 그대로 두었어요.");
  await touch("주문서로");
  expect(within(cart()).getByText("1개")).toBeDefined();
});
