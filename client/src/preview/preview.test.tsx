import { render, screen, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { afterEach, expect, test, vi } from "vitest";

import type { MenuItem } from "../shared/api/types";
import { store } from "../testing/samples";
import { item, stew } from "../testing/restaurant";
import { Preview } from "./Preview";

function answerWith(shown: MenuItem, unseen: string | null = null) {
  const categories = [{ id: "meals", name: { ko: "식사" }, items: [shown] }];
  const body = { menu: { version: 0, store, categories }, unseen };
  return vi.spyOn(globalThis, "fetch").mockImplementation(() => Promise.resolve(Response.json(body)));
}

const sheet = async () => within(await screen.findByRole("region", { name: /눌렀을 때|When touched/ }));

afterEach(() => { localStorage.clear(); });

test("the item is shown as a card and as its sheet, in either language", async () => {
  answerWith(stew);
  render(<Preview source="/admin/menu/menuitem/1/preview/menu" />);
  expect((await sheet()).getByRole("heading", { name: "김치찌개" })).toBeDefined();
  expect(screen.getByRole("button", { name: /^김치찌개/ })).toBeDefined();
  await userEvent.click(screen.getByRole("button", { name: "English" }));
  expect((await sheet()).getByRole("heading", { name: "Kimchi stew" })).toBeDefined();
  expect((await sheet()).getByRole("button", { name: "Add ₩9,000" })).toBeDefined();
});

test("nothing is ordered, and the device keeps nothing of it", async () => {
  const asked = answerWith(item());
  render(<Preview source="/here/menu" />);
  await userEvent.click((await sheet()).getByRole("button", { name: /담기|Add/ }));
  await userEvent.click(screen.getByRole("button", { name: "English" }));
  expect(asked.mock.calls.map(([address]) => address)).toEqual(["/here/menu"]);
  expect(localStorage.length).toBe(0);
});

test("an item that guests do not see now says why", async () => {
  answerWith(item(), "hidden");
  render(<Preview source="/here/menu" />);
  expect(await screen.findByText(/숨긴 메뉴예요|it is hidden/)).toBeDefined();
});

test("what was saved meanwhile is shown when the manager comes back", async () => {
  answerWith(item());
  render(<Preview source="/here/menu" />);
  await sheet();
  answerWith(item({ price: 1200 }));
  document.dispatchEvent(new Event("visibilitychange"));
  expect((await screen.findAllByText("₩1,200")).length).toBeGreaterThan(0);
});

test("an item that is not there any more is said to be so", async () => {
  vi.spyOn(globalThis, "fetch").mockResolvedValue(new Response("", { status: 404 }));
  render(<Preview source="/here/menu" />);
  expect(await screen.findByRole("alert")).toBeDefined();
});
