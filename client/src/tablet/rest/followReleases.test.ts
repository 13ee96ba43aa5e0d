import { afterEach, beforeEach, expect, onTestFinished, test, vi } from "vitest";

import { keep } from "../../shared/storage";
import { cola, openRestaurant, type Restaurant, seat } from "../../testing/restaurant";
import { bill, session } from "../../testing/samples";
import { createTabletClient } from "../client";
import { createTablet, type Tablet } from "../tablet";
import { followReleases } from "./followReleases";

const line = { menu_item: "cola", name: cola.name, options: [], quantity: 1, note: "", unit_price: cola.price };
const SECOND = 1000;
const MINUTE = 60 * SECOND;

let restaurant: Restaurant;

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ["Date", "setInterval", "clearInterval"] });
  restaurant = await openRestaurant();
});

afterEach(() => {
  vi.useRealTimers();
  document.body.replaceChildren();
});

/** A tablet that looks for releases, of which there always is one. */
async function follow() {
  keep("tablet", 1, (value): value is typeof seat => value !== null).write(seat);
  const tablet = createTablet(createTabletClient(restaurant.server.origin), seat.table);
  onTestFinished(tablet.start());
  await vi.waitFor(() => { expect(tablet.connection.getState().state).toBe("live"); });
  const bring = vi.fn(() => Promise.resolve(true));
  const take = vi.fn<(isWelcome?: () => boolean) => void>();
  onTestFinished(followReleases(tablet, { bring, take }));
  return { tablet, bring, take };
}

async function pass(time: number): Promise<void> {
  await vi.advanceTimersByTimeAsync(time);
}

test("the idle screen takes a release after a few seconds without a touch", async () => {
  const { bring, take } = await follow();
  await pass(9 * SECOND);
  expect(bring).not.toHaveBeenCalled();
  await pass(3 * SECOND);
  expect(take).toHaveBeenCalledOnce();
});

test("it is asked for every quarter of an hour, and at once when the server is back", async () => {
  const { tablet, bring } = await follow();
  bring.mockResolvedValue(false);
  await pass(14 * MINUTE);
  expect(bring).toHaveBeenCalledTimes(1);
  await pass(2 * MINUTE);
  expect(bring).toHaveBeenCalledTimes(2);
  const { lastMessageAt } = tablet.connection.getState();
  tablet.connection.setState({ state: "lost", lastMessageAt });
  tablet.connection.setState({ state: "live", lastMessageAt });
  await pass(3 * SECOND);
  expect(bring).toHaveBeenCalledTimes(3);
});

test.each<[string, (tablet: Tablet) => void]>([
  ["a cart", (tablet) => { tablet.cart.add(line); }],
  ["the order's question", (tablet) => { tablet.ordering.confirm(); }],
  ["an open sheet", () => { document.body.append(Object.assign(document.createElement("dialog"), { open: true })); }],
  ["news of the last order", (tablet) => { tablet.state.setState({ farewell: { lastOrder: null, movedTo: 4 } }); }],
])("%s keeps every release away, however long", async (_, begin) => {
  const { tablet, bring } = await follow();
  begin(tablet);
  await pass(600 * MINUTE);
  expect(bring).not.toHaveBeenCalled();
});

test("guests who have ordered get it after five minutes without a touch", async () => {
  restaurant.bill = bill({ session });
  const { tablet, take } = await follow();
  tablet.wake();
  await pass(5 * MINUTE - 3 * SECOND);
  expect(take).not.toHaveBeenCalled();
  await pass(6 * SECOND);
  expect(take).toHaveBeenCalledOnce();
});

test("a guest who touches while it is on its way keeps the page, and loses nothing", async () => {
  const { tablet, bring, take } = await follow();
  let arrive: (isNewer: boolean) => void = () => undefined;
  bring.mockImplementationOnce(() => new Promise((resolve) => { arrive = resolve; }));
  await pass(12 * SECOND);
  tablet.wake();
  tablet.cart.add(line);
  arrive(true);
  await pass(4 * MINUTE);
  expect(take).not.toHaveBeenCalled();
  tablet.leave();
  await pass(12 * SECOND);
  expect(take).toHaveBeenCalledOnce();
});

test("a guest who touches in the very last moment is not loaded away from under", async () => {
  const { tablet, take } = await follow();
  await pass(12 * SECOND);
  const isWelcome = take.mock.calls[0]?.[0] ?? expect.unreachable();
  expect(isWelcome()).toBe(true);
  tablet.wake();
  expect(isWelcome()).toBe(false);
});
