import { screen, waitFor, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { expect, test } from "vitest";

import { boardTable, call, line, openSession, order } from "../../testing/samples";
import { staffBoard } from "../../testing/staffBoard";

const empty = boardTable({ id: "table-1", number: 1, zone: "홀", seats: 4 });
const other = { id: "table-4", number: 4 };

async function cards(): Promise<HTMLElement[]> {
  return within(await screen.findByRole("region", { name: "테이블" })).findAllByRole("button", { name: /^테이블/ });
}

test("a card says the table's state, bill, guests and newest lines", async () => {
  const lines = ["김치찌개", "비빔밥", "콜라", "사이다"].map((ko, place) => line({ id: `line-${place}`, name: { ko }, quantity: place + 1 }));
  const session = openSession(order({ total: 3000 }), order({ id: "order-2", items: lines, total: 46_000 }));
  const here = await staffBoard([empty, boardTable({ session })]);
  here.open();
  const [first, second] = await cards();
  expect(first?.textContent).toContain("빈 테이블");
  expect(first?.textContent).toContain("4인석");
  for (const text of ["이용 중", "₩49,000", "2명", "1× 김치찌개", "2× 비빔밥", "3× 콜라", "외 1개"]) {
    expect(second?.textContent).toContain(text);
  }
  expect(second?.textContent).not.toContain("사이다");
});

test("a table that calls says so and what for, and keeps its place", async () => {
  const here = await staffBoard([empty, boardTable({ ...other, zone: "룸" }), boardTable({ id: "table-9", number: 9 })]);
  here.open();
  await cards();
  here.happen("service_call.created", { service_call: call({ table: other, kind: "bill" }) });
  await waitFor(async () => { expect((await cards())[1]?.textContent).toMatch(/호출.*계산/); });
  const numbers = (await cards()).map((card) => card.querySelector("[aria-hidden]")?.textContent);
  expect(numbers).toEqual(["1", "4", "9"]);
});

test("a zone shows its own tables, and all of them come back", async () => {
  const here = await staffBoard([empty, boardTable({ ...other, zone: "룸" })]);
  here.open();
  await userEvent.click(await screen.findByRole("button", { name: "룸" }));
  expect(await cards()).toHaveLength(1);
  expect(screen.getByRole("button", { name: "룸" }).getAttribute("aria-pressed")).toBe("true");
  await userEvent.click(screen.getByRole("button", { name: "전체" }));
  expect(await cards()).toHaveLength(2);
});

test("with one zone there is nothing to choose", async () => {
  const here = await staffBoard([empty, boardTable()]);
  here.open();
  await cards();
  expect(screen.queryByRole("button", { name: "홀" })).toBeNull();
});

test("in English the words and the dishes are English", async () => {
  const here = await staffBoard([boardTable({ session: openSession(order({ items: [line()] })) })]);
  here.open();
  await userEvent.click(await screen.findByRole("button", { name: "English" }));
  const card = await screen.findByRole("button", { name: /^Table 3/ });
  expect(card.textContent).toContain("In use");
  expect(card.textContent).toContain("Kimchi stew");
});
