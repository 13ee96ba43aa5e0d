import { screen, waitFor, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { expect, test } from "vitest";

import { boardTable, call } from "../../testing/samples";
import { refuse, sendJson } from "../../testing/server";
import { staffBoard } from "../../testing/staffBoard";

const ACKNOWLEDGE = "POST /api/v1/staff/service-calls/call-1/acknowledge";
const UNDO = "POST /api/v1/staff/service-calls/call-1/undo";

test("a call waits in the queue with its words until somebody takes it", async () => {
  const here = await staffBoard([boardTable()]);
  const taken = call({ acknowledged_at: "2026-02-09T10:01:00Z" });
  here.on(ACKNOWLEDGE, (response) => { sendJson(response, 200, taken); here.happen("service_call.acknowledged", { service_call: taken }); });
  here.open();
  await screen.findByText(/기다리는 주문이 없어요/);
  here.happen("service_call.created", { service_call: call({ message: "얼음물" }) });
  const queue = within(screen.getByRole("region", { name: "새 주문" }));
  expect((await queue.findByText(/얼음물/)).textContent).toContain("테이블 3");
  await userEvent.click(queue.getByRole("button", { name: "확인" }));
  await waitFor(() => { expect(queue.getByText(/얼음물/).textContent).toContain("확인했어요"); });
  expect(queue.queryByRole("button", { name: "확인" })).toBeNull();
  expect(here.sent(ACKNOWLEDGE)).toHaveLength(1);
});

test("a call that was taken by mistake is taken back, and a double tap does not do that", async () => {
  const here = await staffBoard([boardTable({ service_calls: [call()] })]);
  const taken = call({ acknowledged_at: "2026-02-09T10:01:00Z" });
  here.on(ACKNOWLEDGE, (response) => { here.happen("service_call.acknowledged", { service_call: taken }); sendJson(response, 200, taken); });
  const again = call({ id: "call-2" });
  here.on(UNDO, (response) => { sendJson(response, 200, again); here.happen("service_call.created", { service_call: again }); });
  here.open();
  await userEvent.click(await screen.findByRole("button", { name: "확인" }));
  const undo = await screen.findByRole("button", { name: /^되돌리기/ });
  expect(document.activeElement).toBe(undo);
  await userEvent.click(undo);
  expect(here.sent(UNDO)).toHaveLength(0);
  await waitFor(() => { expect(undo.getAttribute("aria-disabled")).toBe("false"); });
  await userEvent.keyboard("u");
  expect(await screen.findByRole("button", { name: "확인" })).toBeDefined();
  await waitFor(() => { expect(screen.queryByText("확인했어요")).toBeNull(); });
  expect(here.sent(UNDO)).toHaveLength(1);
});

test("a call that another person took is gone at once", async () => {
  const here = await staffBoard([boardTable({ service_calls: [call()] })]);
  here.open();
  await screen.findByRole("button", { name: "확인" });
  here.happen("service_call.acknowledged", { service_call: call({ acknowledged_at: "2026-02-09T10:01:00Z" }) });
  await waitFor(() => { expect(screen.queryByText("직원 호출")).toBeNull(); });
});

test("a call that could not be taken stays, with the reason", async () => {
  const here = await staffBoard([boardTable({ service_calls: [call()] })]);
  here.on(ACKNOWLEDGE, (response) => { refuse(response, 503, "unavailable"); });
  here.open();
  await userEvent.click(await screen.findByRole("button", { name: "확인" }));
  expect((await screen.findByRole("alert")).textContent).toContain("서버가 답하지 않았어요");
  expect(screen.getByRole("button", { name: "확인" })).toBeDefined();
});
