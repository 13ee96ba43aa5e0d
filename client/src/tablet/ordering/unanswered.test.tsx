import { screen, waitFor, within } from "@testing-library/react";
import { beforeEach, expect, test } from "vitest";

import { cart, cartLines, pick, reload, send, sitDown, touch } from "../../testing/guest";
import { openRestaurant, type Restaurant } from "../../testing/restaurant";
import { bill, order, session } from "../../testing/samples";
import { refuse, sendJson } from "../../testing/server";

let restaurant: Restaurant;

beforeEach(async () => {
  restaurant = await openRestaurant();
  restaurant.onOrder = () => undefined;
  const page = await sitDown(restaurant);
  await pick(/콜라/);
  await send();
  await waitFor(() => { expect(restaurant.ordersReceived).toHaveLength(1); });
  await reload(restaurant, page);
});

const dialog = () => within(screen.getByRole("dialog"));

test("guests who give an order up are told that nothing was ordered, and have their cart again", async () => {
  await touch("주문하지 않기");
  expect(await screen.findByRole("dialog", { name: "주문하지 않았어요" })).toBeDefined();
  expect(dialog().getByRole("status").textContent).toContain("아무것도 주문되지 않았어요");
  await touch("주문서로");
  expect(screen.queryByRole("dialog")).toBeNull();
  expect(cartLines()).toHaveLength(1);
  await pick(/콜라/);
  expect(within(cart()).getByText("2개")).toBeDefined();
});

test("guests who give up an order that came see its number", async () => {
  restaurant.bill = bill({ session, orders: [order()], total: 9000 });
  restaurant.onWithdrawal = (_, response) => { sendJson(response, 200, { order: order({ number: 17 }) }); };
  await touch("주문하지 않기");
  await screen.findByText("17");
  await touch("메뉴로");
  expect(cartLines()).toEqual([]);
});

test("while that is not known the order stays, says so, and can be sent or given up again", async () => {
  restaurant.onWithdrawal = (_, response) => { refuse(response, 404, "not_found"); };
  await touch("주문하지 않기");
  await waitFor(() => { expect(dialog().getAllByRole("status")[0]?.textContent).toContain("아직 확인하지 못했어요"); });
  restaurant.onOrder = (_, response) => { restaurant.accept(response); };
  await touch("다시 보내기");
  await screen.findByText("17");
});
