import { screen, waitFor, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { expect, test } from "vitest";

import { stew } from "../../testing/restaurant";
import { boardTable, openSession, order, session } from "../../testing/samples";
import { refuse, sendJson } from "../../testing/server";
import { staffBoard } from "../../testing/staffBoard";
import { staffItem, staffMenu } from "../../testing/staffMenu";

const PLACE = "POST /api/v1/staff/orders";
const rice = staffItem({ id: "rice", name: { ko: "공깃밥" }, price: 1000 });
const spicy = staffItem({ id: "stew", option_groups: stew.option_groups });
const gone = staffItem({ id: "gone", name: { ko: "맥주" }, status: "sold_out" });
const secret = staffItem({ id: "secret", name: { ko: "비밀" }, status: "hidden" });

async function drawer() {
  const here = await staffBoard([boardTable({ session: openSession(order()) })]);
  here.on("GET /api/v1/staff/menu", (response) => { sendJson(response, 200, staffMenu(rice, spicy, gone, secret)); });
  here.open();
  await userEvent.click(await screen.findByRole("button", { name: /^테이블 3/ }));
  await userEvent.click(screen.getByRole("button", { name: "주문 추가" }));
  const dialog = within(screen.getByRole("dialog", { name: /^테이블 3/ }));
  await dialog.findByText("공깃밥");
  return { here, dialog };
}

test("staff order dishes with options for the guests who sit there", async () => {
  const { here, dialog } = await drawer();
  here.on(PLACE, (response) => {
    const placed = order({ id: "order-2", number: 2, placed_by: "staff" });
    sendJson(response, 201, placed);
    here.happen("order.created", { order: placed });
  });
  expect(dialog.queryByText("비밀")).toBeNull();
  expect(dialog.getByRole("button", { name: /맥주/ }).getAttribute("aria-disabled")).toBe("true");
  await userEvent.click(dialog.getByRole("button", { name: /공깃밥/ }));
  await userEvent.click(dialog.getByRole("button", { name: "하나 더" }));
  await userEvent.click(dialog.getByRole("button", { name: /김치찌개/ }));
  expect(dialog.getByRole("button", { name: "담기" }).getAttribute("aria-disabled")).toBe("true");
  await userEvent.click(dialog.getByRole("checkbox", { name: /순한맛/ }));
  await userEvent.click(dialog.getByRole("checkbox", { name: /매운맛/ }));
  await userEvent.click(dialog.getByRole("button", { name: "담기" }));
  await userEvent.click(dialog.getByRole("button", { name: /주문 넣기.*₩11,500/ }));
  await waitFor(() => { expect(dialog.getAllByRole("article")).toHaveLength(2); });
  expect(here.sent(PLACE)).toEqual([
    {
      table: "table-3",
      session_id: session.id,
      items: [
        { menu_item: "rice", quantity: 2, options: [], note: "" },
        { menu_item: "stew", quantity: 1, options: ["hot"], note: "" },
      ],
      note: "",
      expected_total: 11_500,
    },
  ]);
});

test("without an answer the same order is sent again; after a refusal it is another one", async () => {
  const { here, dialog } = await drawer();
  here.on(PLACE, (response) => { response.destroy(); });
  await userEvent.click(dialog.getByRole("button", { name: /공깃밥/ }));
  const send = dialog.getByRole("button", { name: /주문 넣기/ });
  await userEvent.click(send);
  expect((await dialog.findByRole("alert")).textContent).toContain("서버가 답하지 않았어요");
  here.on(PLACE, (response) => { refuse(response, 409, "price_changed"); });
  await userEvent.click(send);
  await waitFor(() => { expect(dialog.getByRole("alert").textContent).toContain("price_changed"); });
  await userEvent.click(send);
  await waitFor(() => { expect(here.sent(PLACE)).toHaveLength(3); });
  const [first, second, third] = here.server.to("/api/v1/staff/orders").map(({ headers }) => headers["idempotency-key"]).filter(Boolean);
  expect(second).toBe(first);
  expect(third).not.toBe(first);
});

test("what was chosen by mistake goes away again", async () => {
  const { dialog } = await drawer();
  await userEvent.click(dialog.getByRole("button", { name: /공깃밥/ }));
  await userEvent.click(dialog.getByRole("button", { name: "빼기" }));
  expect(dialog.getByRole("button", { name: "메뉴를 골라 주세요" }).getAttribute("aria-disabled")).toBe("true");
});
