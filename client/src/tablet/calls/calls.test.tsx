import { screen, waitFor, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { beforeEach, expect, test } from "vitest";

import { isLive, sitDown, touch } from "../../testing/guest";
import { openRestaurant, type Restaurant } from "../../testing/restaurant";
import { call } from "../../testing/samples";
import { refuse } from "../../testing/server";

let restaurant: Restaurant;

beforeEach(async () => {
  restaurant = await openRestaurant();
});

async function openCalls(): Promise<void> {
  await sitDown(restaurant);
  await isLive(restaurant);
  await touch(/직원 호출/);
  await screen.findByRole("dialog", { name: "직원 호출" });
}

const sent = () => restaurant.server.to("/api/v1/service-calls").filter(({ method }) => method === "POST");

test("several things are called for at once, other things in the guest's words", async () => {
  await openCalls();
  expect(screen.getByRole("button", { name: "직원 부르기" }).getAttribute("aria-disabled")).toBe("true");
  await userEvent.click(screen.getByLabelText("물"));
  await userEvent.click(screen.getByLabelText("기타"));
  await userEvent.type(screen.getByLabelText("무엇을 도와드릴까요?"), "아기 의자 부탁해요");
  await touch("직원 부르기");
  expect(await screen.findByText("직원을 불렀어요. 곧 갈게요.")).toBeDefined();
  expect(sent().map(({ body }) => body)).toEqual(expect.arrayContaining([
    { kind: "water", message: "" },
    { kind: "other", message: "아기 의자 부탁해요" },
  ]));
  await waitFor(() => { expect(screen.queryByRole("dialog")).toBeNull(); }, { timeout: 10_000 });
});

test("an open call is seen in the header and in the sheet, until somebody takes it", async () => {
  await openCalls();
  restaurant.announce("service_call.created", { service_call: call() });
  expect(await screen.findByRole("button", { name: /직원 호출\s*호출 중/ })).toBeDefined();
  expect(within(screen.getByRole("dialog")).getByLabelText(/물\s*호출 중/)).toBeDefined();
  expect(within(screen.getByRole("dialog")).getByText(/19:00에 불렀어요/, { selector: "li" })).toBeDefined();
  restaurant.announce("service_call.acknowledged", { service_call: call({ acknowledged_at: "2026-02-09T10:01:00Z" }) });
  expect(await screen.findByRole("button", { name: /직원이 오고 있어요/ })).toBeDefined();
  await waitFor(() => { expect(screen.queryByRole("button", { name: /직원이 오고 있어요/ })).toBeNull(); }, { timeout: 10_000 });
});

test("a call that fails sends the guest to a person", async () => {
  restaurant.onCall = (_, response) => { refuse(response, 503, "unavailable"); };
  await openCalls();
  await userEvent.click(screen.getByLabelText("계산"));
  await touch("직원 부르기");
  expect((await screen.findByRole("alert")).textContent).toContain("직원에게 직접 말씀해 주세요");
});
