import { act, screen, waitFor } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from "vitest";

import { keep } from "../shared/storage";
import { isLive, sitDown } from "../testing/guest";
import { openRestaurant, type Restaurant, seat } from "../testing/restaurant";
import { priceCart } from "./cart/pricing";
import { createTabletClient } from "./client";
import { createTablet, type Tablet } from "./tablet";
import { buildOf } from "./version";

let restaurant: Restaurant;

beforeEach(async () => {
  restaurant = await openRestaurant();
});

afterEach(() => {
  vi.useRealTimers();
  document.head.replaceChildren();
});

const shown = () => screen.queryByText("여기예요");

test("a tablet that somebody looks for shows its table, until it is touched", async () => {
  await sitDown(restaurant);
  await isLive(restaurant);
  restaurant.announce("tablet.identify", { tablet_id: "tablet-1" });
  const button = await screen.findByRole("button", { name: /여기예요.*테이블 3/ });
  await userEvent.click(button);
  expect(shown()).toBeNull();
});

test("untouched, it goes by itself after ten seconds", async () => {
  await sitDown(restaurant);
  await isLive(restaurant);
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"], shouldAdvanceTime: true });
  restaurant.announce("tablet.identify", { tablet_id: "tablet-1" });
  await vi.waitFor(() => { expect(shown()).not.toBeNull(); });
  act(() => { vi.advanceTimersByTime(10_000); });
  expect(shown()).toBeNull();
});

test("a table that the back office numbered anew is called so", async () => {
  await sitDown(restaurant);
  await isLive(restaurant);
  restaurant.announce("table.updated", { table: { id: "table-3", number: 30, name: "창가", zone: "", seats: 4, position: null, is_active: true } });
  expect(await screen.findByRole("button", { name: "테이블 30" })).toBeDefined();
});

test("the build is told with the stream: the name of the page's first script", async () => {
  const script = document.createElement("script");
  script.setAttribute("type", "module");
  script.setAttribute("src", "/assets/index-B1x_-9Zk.js");
  document.head.append(script);
  expect(buildOf(document)).toBe("B1x_-9Zk");
  await sitDown(restaurant);
  await isLive(restaurant);
  expect(restaurant.server.to("/api/v1/events")[0]?.headers["x-app-version"]).toBe("B1x_-9Zk");
});

/** A tablet without a screen, and how often it loaded its page again. */
async function follow(): Promise<{ tablet: Tablet; reload: () => void }> {
  keep("tablet", 1, (value): value is typeof seat => value !== null).write(seat);
  const reload = vi.fn();
  const tablet = createTablet(createTabletClient(restaurant.server.origin), seat.table, { bring: () => Promise.resolve(), load: reload });
  onTestFinished(tablet.start());
  await waitFor(() => { expect(tablet.connection.getState().state).toBe("live"); });
  return { tablet, reload };
}

const command = () => { restaurant.announce("tablet.reload", { tablet_id: "tablet-1" }); };
const settled = () => new Promise((resolve) => setTimeout(resolve, 100));

test("told to load again, an idle tablet does so at once, and once", async () => {
  const { tablet, reload } = await follow();
  command();
  await waitFor(() => { expect(reload).toHaveBeenCalledOnce(); });
  tablet.touch();
  await settled();
  expect(reload).toHaveBeenCalledOnce();
});

test.each([
  ["confirming", (tablet: Tablet) => { tablet.ordering.confirm(); }, (tablet: Tablet) => { tablet.ordering.dismiss(); }],
  [
    "being told of the last order",
    (tablet: Tablet) => { tablet.state.setState({ farewell: { lastOrder: { number: 7 }, movedTo: null } }); },
    (tablet: Tablet) => { tablet.welcome(); },
  ],
])("while guests are %s it waits", async (_, begin, end) => {
  const { tablet, reload } = await follow();
  begin(tablet);
  command();
  await settled();
  expect(reload).not.toHaveBeenCalled();
  end(tablet);
  expect(reload).toHaveBeenCalledOnce();
});

test("an order on its way keeps the page until it was answered and the answer was seen", async () => {
  let answerIt: () => void = () => undefined;
  restaurant.onOrder = (_, response) => { answerIt = () => { restaurant.accept(response); }; };
  const { tablet, reload } = await follow();
  tablet.ordering.place(priceCart(null, []));
  await waitFor(() => { expect(restaurant.ordersReceived).toHaveLength(1); });
  command();
  await settled();
  answerIt();
  await waitFor(() => { expect(tablet.ordering.phase.getState().kind).toBe("placed"); });
  expect(reload).not.toHaveBeenCalled();
  tablet.ordering.dismiss();
  expect(reload).toHaveBeenCalledOnce();
});
