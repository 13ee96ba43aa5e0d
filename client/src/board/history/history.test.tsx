import { fireEvent, screen, waitFor } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { afterEach, beforeEach, expect, test } from "vitest";

import { boardTable, line, order, store } from "../../testing/samples";
import { type Received, sendJson } from "../../testing/server";
import { staffBoard } from "../../testing/staffBoard";
import { businessDay, filterOf } from "./filter";

const done = order({ number: 17, status: "completed", items: [line(), line({ id: "line-2", name: { ko: "공깃밥" } })], completed_at: "2026-02-09T10:20:00Z" });
const cancelled = order({ id: "order-2", number: 18, status: "cancelled", placed_by: "staff", cancel_reason: "손님 요청" });

const at = "2026-02-09T10:05:00Z";
const story = {
  placed_by: "지우",
  steps: [
    { from_status: "pending", to_status: "preparing", is_undo: false, at, by: "서준", reason: "" },
    { from_status: "preparing", to_status: "pending", is_undo: true, at: "2026-02-09T10:05:05Z", by: "서준", reason: "" },
    { from_status: "pending", to_status: "cancelled", is_undo: false, at: "2026-02-09T10:06:00Z", by: null, reason: "손님 요청" },
  ],
};

beforeEach(() => { window.history.replaceState(null, "", "/staff/history"); });
afterEach(() => { window.history.replaceState(null, "", "/staff"); });

async function history(path = "/staff/history") {
  window.history.replaceState(null, "", path);
  const here = await staffBoard([boardTable()]);
  const asked: URLSearchParams[] = [];
  const pages = here.server.handler;
  here.server.handler = (request: Received, response) => {
    const [address, query] = request.path.split("?");
    if (address === "/api/v1/staff/orders/order-2/steps") { sendJson(response, 200, story); return; }
    if (address !== "/api/v1/staff/orders") { pages(request, response); return; }
    const search = new URLSearchParams(query);
    asked.push(search);
    const next = search.has("cursor") ? null : "http://server/api/v1/staff/orders?cursor=next";
    sendJson(response, 200, { next, previous: null, results: search.has("cursor") ? [cancelled] : [done] });
  };
  here.open();
  await screen.findByRole("table");
  return asked;
}

test.each([
  ["Asia/Seoul", "05:00:00", "2026-02-09T19:59:59Z", "2026-02-09"],
  ["Asia/Seoul", "05:00:00", "2026-02-09T20:00:00Z", "2026-02-10"],
  ["Asia/Seoul", "00:00:00", "2026-02-09T15:00:00Z", "2026-02-10"],
  ["Asia/Seoul", "11:30:00", "2026-02-10T02:29:00Z", "2026-02-09"],
  // The clocks go forward at 02:00: five is one hour sooner after midnight.
  ["America/New_York", "05:00:00", "2026-03-08T08:59:59Z", "2026-03-07"],
  ["America/New_York", "05:00:00", "2026-03-08T09:00:00Z", "2026-03-08"],
  ["America/New_York", "05:00:00", "2026-11-01T09:59:59Z", "2026-10-31"],
])("a business day begins by the store's clock: in %s at %s, %s is of %s", (time_zone, business_day_start, now, day) => {
  expect(businessDay(Date.parse(now), { time_zone, business_day_start })).toBe(day);
});

test("a period is of business days", () => {
  const now = Date.parse("2026-02-09T12:00:00Z");
  const dates = (query: string) => {
    const { from, to } = filterOf(new URLSearchParams(query), now, store);
    return [from, to];
  };
  expect(dates("range=yesterday")).toEqual(["2026-02-08", "2026-02-08"]);
  expect(dates("range=week")).toEqual(["2026-02-03", "2026-02-09"]);
  expect(dates("range=custom&from=2026-01-01&to=nonsense")).toEqual(["2026-01-01", "2026-02-09"]);
});

test("the list says what was ordered where, unfolds, and goes on page by page", async () => {
  await history();
  const row = screen.getByRole("row", { name: /김치찌개/ });
  for (const text of ["17", "외 1가지", "태블릿", "완료", "₩9,000"]) expect(row.textContent).toContain(text);
  await userEvent.click(screen.getByRole("button", { name: "17번 주문 자세히" }));
  expect(screen.getByText(/접수 19:00 .* 끝 19:20/)).toBeDefined();
  await userEvent.click(screen.getByRole("button", { name: "더 보기" }));
  await userEvent.click(await screen.findByRole("button", { name: "18번 주문 자세히" }));
  expect(screen.getByText(/손님 요청/)).toBeDefined();
  expect(screen.queryByRole("button", { name: "더 보기" })).toBeNull();
});

test("an order that is unfolded says who did what", async () => {
  await history();
  await userEvent.click(screen.getByRole("button", { name: "더 보기" }));
  await userEvent.click(await screen.findByRole("button", { name: "18번 주문 자세히" }));
  const told = ["19:00 주문 · 지우", "19:05 조리 시작 · 서준", "19:05 되돌림 · 서준", "19:06 취소 · 지금은 없는 직원"];
  for (const line of told) expect(await screen.findByText(line)).toBeDefined();
});

test("the filter lives in the address and is asked of the server", async () => {
  const asked = await history("/staff/history?range=custom&from=2026-01-01&to=2026-01-31&status=cancelled&table=3");
  expect(Object.fromEntries(asked.at(-1) ?? [])).toEqual({ from: "2026-01-01", to: "2026-01-31", status: "cancelled", table: "table-3" });
  fireEvent.change(screen.getByLabelText("상태"), { target: { value: "completed" } });
  await userEvent.type(screen.getByLabelText("주문 번호"), "17");
  await waitFor(() => { expect(asked.at(-1)?.get("number")).toBe("17"); });
  expect(window.location.search).toContain("status=completed");
  expect(window.location.search).toContain("number=17");
  await userEvent.click(screen.getByRole("button", { name: "오늘" }));
  expect(window.location.search).toContain("range=today");
});
