import { render, screen, waitFor } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { afterEach, expect, test } from "vitest";

import { isRecord, keep } from "../shared/storage";
import { pick, reload, send, sitDown, touch } from "../testing/guest";
import { openRestaurant, seat } from "../testing/restaurant";
import { refuse, sendJson, serve, type TestServer } from "../testing/server";
import { App } from "./App";
import { createTabletClient } from "./client";

afterEach(() => {
  window.history.replaceState(null, "", "/");
});

async function open(): Promise<TestServer> {
  const server = await serve(({ path, body }, response) => {
    if (path.endsWith("/pair") && isRecord(body) && body.code === "123450") sendJson(response, 200, seat);
    else refuse(response, path.endsWith("/pair") ? 401 : 404, "authentication_failed");
  });
  render(<App client={createTabletClient(server.origin)} />);
  await screen.findByRole("heading", { name: "코드로 연결" });
  return server;
}

const press = async (keys: string) => {
  for (const name of keys) await userEvent.click(screen.getByRole("button", { name }));
};
const connect = () => userEvent.click(screen.getByRole("button", { name: "코드로 연결하기" }));

test("six digits of a manager's screen connect the tablet", async () => {
  await open();
  await press("123");
  await userEvent.click(screen.getByRole("button", { name: "한 자리 지우기" }));
  await press("3450");
  await connect();
  expect(await screen.findByRole("button", { name: "테이블 3" })).toBeDefined();
});

test("fewer are not sent", async () => {
  const server = await open();
  await press("12345");
  await connect();
  expect(server.received).toHaveLength(0);
});

test("a wrong code says so and can be typed anew", async () => {
  await open();
  await press("999999");
  await connect();
  expect((await screen.findByRole("alert")).textContent).toContain("맞지 않아요");
  await userEvent.click(screen.getByRole("button", { name: "모두 지우기" }));
  expect(screen.getByLabelText<HTMLInputElement>("연결 코드").value).toBe("");
});

test("a link's code is filled in and leaves the address bar", async () => {
  window.history.replaceState(null, "", "/#pair=123450");
  await open();
  expect(screen.getByLabelText<HTMLInputElement>("연결 코드").value).toBe("123450");
  expect(window.location.hash).toBe("");
});

test("who came by a link is at the table once connected", async () => {
  window.history.replaceState(null, "", "/#pair=123450");
  await open();
  await connect();
  expect(await screen.findByRole("button", { name: "테이블 3" })).toBeDefined();
  expect(screen.queryByRole("heading", { name: "코드로 연결" })).toBeNull();
});

test("a table card's link fills in the store and the table, and asks for the PIN", async () => {
  window.history.replaceState(null, "", "/#table=demo/12");
  await open();
  expect(screen.getByLabelText<HTMLInputElement>("매장 코드").value).toBe("demo");
  expect(screen.getByLabelText<HTMLInputElement>("테이블 번호").value).toBe("12");
  expect(screen.getByLabelText("PIN")).toBe(document.activeElement);
  expect(window.location.hash).toBe("");
});

test("a link that is opened in a page that is there already counts too", async () => {
  await open();
  window.location.hash = "#pair=123450";
  await waitFor(() => { expect(screen.getByLabelText<HTMLInputElement>("연결 코드").value).toBe("123450"); });
  expect(window.location.hash).toBe("");
});

test.each(["#pair=12345", "#pair=<script>", "#table=Demo/1", "#table=demo/12345"])("%s fills in nothing", async (hash) => {
  window.history.replaceState(null, "", `/${hash}`);
  await open();
  expect(screen.getByLabelText<HTMLInputElement>("연결 코드").value).toBe("");
  expect(screen.getByLabelText<HTMLInputElement>("매장 코드").value).toBe("");
  expect(window.location.hash).toBe("");
});

test("a link on a tablet that has a table offers the new one, and to keep the present one", async () => {
  keep("tablet", 1, (value): value is typeof seat => value !== null).write(seat);
  window.history.replaceState(null, "", "/#pair=123450");
  const server = await open();
  await connect();
  expect(await screen.findByRole("button", { name: "테이블 3" })).toBeDefined();
  expect(server.received.find(({ path }) => path.endsWith("/pair"))?.body).toEqual({ code: "123450", tablet_secret: seat.tablet_secret });
  window.location.hash = "#table=demo/4";
  await userEvent.click(await screen.findByRole("button", { name: "지금 테이블 그대로 쓰기" }));
  expect(await screen.findByRole("button", { name: "테이블 3" })).toBeDefined();
});

test("an order without an answer is still there when a revoked tablet is paired with its table again", async () => {
  const restaurant = await openRestaurant();
  restaurant.onOrder = () => undefined;
  const page = await sitDown(restaurant);
  await pick(/콜라/);
  await send();
  await waitFor(() => { expect(restaurant.ordersReceived).toHaveLength(1); });
  await reload(restaurant, page);
  const { handler } = restaurant.server;
  restaurant.server.handler = (request, response) => {
    if (request.path.endsWith("/pair")) sendJson(response, 200, { ...seat, access: "token-2" });
    else if (request.path.endsWith("/renew") || request.headers.authorization === "Bearer token-1") refuse(response, 401, "token_not_valid");
    else handler(request, response);
  };
  await touch("주문하지 않기");
  await screen.findByRole("heading", { name: "코드로 연결" });
  await press("123450");
  await connect();
  await touch("주문하지 않기");
  expect(await screen.findByRole("dialog", { name: "주문하지 않았어요" })).toBeDefined();
  expect(restaurant.withdrawals.at(-1)?.headers["idempotency-key"]).toBe(restaurant.ordersReceived[0]?.headers["idempotency-key"]);
});
