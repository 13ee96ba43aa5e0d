import { screen, waitFor, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { expect, test } from "vitest";

import { boardTable, call, openSession, order } from "../../testing/samples";
import { staffBoard } from "../../testing/staffBoard";

const room = { id: "table-4", number: 4 };
const cooking = order({ id: "order-2", number: 2, status: "preparing", table: room, session_id: "session-2" });
const hall = boardTable({ session: openSession(order()) });
const other = boardTable({ ...room, zone: "룸", session: { ...openSession(cooking), id: "session-2" }, service_calls: [call({ table: room })] });

function queue() {
  return within(screen.getByRole("region", { name: "새 주문" }));
}

function numbers(): (string | undefined)[] {
  return queue().queryAllByRole("article").map((each) => /\d번/.exec(each.textContent)?.[0]);
}

async function choose(name: RegExp | string) {
  await userEvent.click(await screen.findByRole("button", { name }));
}

test("the queue shows what was chosen, and says how many new orders that hides", async () => {
  const here = await staffBoard([hall, other]);
  here.open();
  await choose(/^조리 1/);
  expect(numbers()).toEqual(["2번"]);
  expect(queue().getByText("가려진 새 주문 1")).toBeDefined();
  await choose(/^호출 1/);
  expect(numbers()).toEqual([]);
  expect(queue().getByRole("button", { name: "확인" })).toBeDefined();
  await choose("모두 보기");
  expect(numbers()).toEqual(expect.arrayContaining(["1번", "2번"]));
  expect(queue().queryByText(/가려진/)).toBeNull();
});

test("a zone's board shows its own orders and calls, and this device keeps it so", async () => {
  const here = await staffBoard([hall, other]);
  const { unmount } = here.open();
  await choose("룸");
  expect(numbers()).toEqual(["2번"]);
  unmount();
  here.open();
  expect((await screen.findByRole("button", { name: "룸" })).getAttribute("aria-pressed")).toBe("true");
  expect(numbers()).toEqual(["2번"]);
  expect(queue().getByText("가려진 새 주문 1")).toBeDefined();
});

test("a number finds its table and its order, and Enter opens the table", async () => {
  const here = await staffBoard([hall, other]);
  here.open();
  await screen.findAllByRole("article");
  const search = screen.getByRole("searchbox");
  await userEvent.type(search, "2");
  expect(numbers()).toEqual(["2번"]);
  expect(screen.getAllByRole("button", { name: /^테이블 \d/ })).toHaveLength(1);
  await userEvent.clear(search);
  await userEvent.type(search, "3{Enter}");
  expect(screen.getByRole("dialog", { name: /^테이블 3/ })).toBeDefined();
  await userEvent.keyboard("{Escape}");
});

test("a number that nothing has says so, and Escape brings everything back", async () => {
  const here = await staffBoard([hall, other]);
  here.open();
  await screen.findAllByRole("article");
  const search = screen.getByRole("searchbox");
  await userEvent.type(search, "77");
  expect(screen.getByText("77번 테이블이나 주문을 찾지 못했어요.")).toBeDefined();
  await userEvent.keyboard("{Escape}");
  expect(screen.getAllByRole("button", { name: /^테이블 \d/ })).toHaveLength(2);
});

test("an order that another board completes stays for a moment and says so, and the focus stays in the list", async () => {
  const here = await staffBoard([hall, other]);
  here.open();
  const button = await screen.findByRole("button", { name: "조리 시작" });
  button.focus();
  here.happen("order.updated", { order: order({ status: "completed" }) });
  expect(await queue().findByText("다른 화면에서 처리했어요: 완료")).toBeDefined();
  await waitFor(() => { expect(document.activeElement?.closest(".queue")).not.toBeNull(); });
});
