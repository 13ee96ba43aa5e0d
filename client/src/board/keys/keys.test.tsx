import { screen, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { expect, test } from "vitest";

import { boardTable, openSession, order } from "../../testing/samples";
import { staffBoard } from "../../testing/staffBoard";

const busy = boardTable({ session: openSession(order()) });

async function open() {
  const here = await staffBoard([boardTable({ id: "table-1", number: 1 }), busy]);
  here.open();
  await screen.findByRole("button", { name: /^테이블 3/ });
  return here;
}

test("? shows what each key does", async () => {
  await open();
  await userEvent.keyboard("?");
  const sheet = within(screen.getByRole("dialog", { name: "단축키" }));
  expect(sheet.getByText("찾기 칸으로")).toBeDefined();
  await userEvent.click(sheet.getByRole("button", { name: "닫기" }));
  expect(screen.queryByRole("dialog")).toBeNull();
});

test("digits and Enter open a table without a mouse", async () => {
  await open();
  await userEvent.keyboard("3{Enter}");
  expect(screen.getByRole("dialog", { name: /^테이블 3/ })).toBeDefined();
});

test("T goes to the tables, O to the newest order, / to the search box", async () => {
  await open();
  await userEvent.keyboard("t");
  expect(document.activeElement?.textContent).toContain("테이블 1");
  await userEvent.keyboard("o");
  expect(document.activeElement?.textContent).toBe("조리 시작");
  await userEvent.keyboard("/");
  expect(document.activeElement).toBe(screen.getByRole("searchbox"));
  await userEvent.keyboard("t");
  expect(document.activeElement).toBe(screen.getByRole("searchbox"));
});

test("a letter of the Korean keyboard is the key under it", async () => {
  await open();
  window.dispatchEvent(new KeyboardEvent("keydown", { key: "ㅅ", code: "KeyT" }));
  expect(document.activeElement?.textContent).toContain("테이블 1");
});

test("a device can do without shortcuts of one key", async () => {
  await open();
  await userEvent.keyboard("?");
  await userEvent.click(screen.getByRole("checkbox", { name: "한 글자 단축키 쓰기" }));
  await userEvent.click(within(screen.getByRole("dialog")).getByRole("button", { name: "닫기" }));
  (document.activeElement as HTMLElement).blur();
  await userEvent.keyboard("t");
  expect(document.activeElement).toBe(document.body);
});
