import { answer, type Api } from "../../shared/api/client";
import { Refusal } from "../../shared/api/errors";
import type { Order, OrderStatus } from "../../shared/api/types";
import { useBoardContext } from "../context";
import { ordersOf } from "../live/boardState";
import type { LiveBoard } from "../live/liveBoard";
import { pause } from "../live/pause";
import { useAction } from "../useAction";

export type Step =
  | { kind: "advance"; to: "preparing" | "completed" }
  | { kind: "cancel"; reason: string }
  | { kind: "undo" };

/** The step that comes next, if any does. */
export const NEXT: Record<OrderStatus, "preparing" | "completed" | null> = {
  pending: "preparing",
  preparing: "completed",
  completed: null,
  cancelled: null,
};

export const UNDO_WITHIN = 10_000;
const READING_TIME = 10_000;
/** The next step's button comes to the place of the last one's: a double tap must not press it. */
export const DOUBLE_TAP = 500;

export function useOrderStep(order: Order): {
  /** Answers whether it is over, be it that the server had moved on. */
  take: (step: Step) => Promise<boolean>;
  working: boolean;
  /** Why the last try changed nothing, for as long as the order is where it was. */
  fault: Error | null;
} {
  const { client, live } = useBoardContext();
  const { run, working, error, input } = useAction(async ({ step, from }: { step: Step; from: Order["status"] }) => {
    const overtaken = await isOvertaken(Promise.all([send(client.api, live, order.id, step), pause(DOUBLE_TAP)]));
    if (overtaken) return showServersState(live, order.id);
    await live.catchUp((board) => ordersOf(board).find(({ id }) => id === order.id)?.status !== from);
    if (step.kind === "undo") live.marks.drop(order.id);
  });
  return {
    take: (step) => run({ step, from: order.status }),
    working,
    fault: input?.from === order.status ? error : null,
  };
}

async function send(api: Api, live: LiveBoard, id: string, step: Step): Promise<void> {
  if (step.kind === "undo") {
    await request(api, id, step);
    return;
  }
  // The server's ten seconds begin later than these, so this screen never offers an undo that comes too late.
  const until = Date.now() + UNDO_WITHIN;
  const to = step.kind === "advance" ? step.to : "cancelled";
  live.marks.put(id, { kind: "underway", to }, UNDO_WITHIN);
  try {
    await request(api, id, step);
    live.marks.put(id, { kind: "own", to, until }, until - Date.now());
  } catch (error) {
    live.marks.drop(id);
    throw error;
  }
}

function request(api: Api, id: string, step: Step): Promise<Order> {
  const params = { path: { order_id: id } };
  switch (step.kind) {
    case "advance":
      return answer(api.PATCH("/api/v1/staff/orders/{order_id}", { params, body: { status: step.to } }));
    case "cancel":
      return answer(api.POST("/api/v1/staff/orders/{order_id}/cancel", { params, body: { reason: step.reason } }));
    case "undo":
      return answer(api.POST("/api/v1/staff/orders/{order_id}/undo", { params }));
  }
}

/** Whether the order was no longer where this screen had it. */
async function isOvertaken(step: Promise<unknown>): Promise<boolean> {
  try {
    await step;
    return false;
  } catch (error) {
    if (error instanceof Refusal && error.has("invalid_status_transition")) return true;
    throw error;
  }
}

async function showServersState(live: LiveBoard, id: string): Promise<void> {
  live.marks.put(id, { kind: "overtaken" }, READING_TIME);
  await live.reload();
}
