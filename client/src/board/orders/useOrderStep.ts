import { useMutation } from "@tanstack/react-query";

import { answer, type Api } from "../../shared/api/client";
import { Refusal } from "../../shared/api/errors";
import type { Order } from "../../shared/api/types";
import { useBoardContext } from "../context";
import type { LiveBoard } from "../live/liveBoard";

export type Step =
  | { kind: "advance"; to: "preparing" | "completed" }
  | { kind: "cancel"; reason: string }
  | { kind: "undo" };

const UNDO_WITHIN = 10_000;
const READING_TIME = 10_000;
/** The next step's button comes to the place of the last one's: a double tap must not press it. */
const DOUBLE_TAP = 500;

export function useOrderStep(order: Order): {
  take: (step: Step) => Promise<void>;
  working: boolean;
  /** Why the last try changed nothing, for as long as the order is where it was. */
  fault: Error | null;
} {
  const { client, live } = useBoardContext();
  const mutation = useMutation({
    mutationFn: async ({ step }: { step: Step; from: Order["status"] }) => {
      await Promise.all([send(client.api, live, order.id, step), pause(DOUBLE_TAP)]);
      await live.catchUp();
    },
    onError: (error) => (isOvertaken(error) ? showServersState(live, order.id) : undefined),
  });
  const fault = mutation.variables?.from === order.status && !isOvertaken(mutation.error) ? mutation.error : null;
  return {
    take: (step) => mutation.mutateAsync({ step, from: order.status }).catch(() => undefined),
    working: mutation.isPending,
    fault,
  };
}

async function send(api: Api, live: LiveBoard, id: string, step: Step): Promise<void> {
  // The server's ten seconds begin later than these, so this screen never offers an undo that comes too late.
  const until = Date.now() + UNDO_WITHIN;
  await request(api, id, step);
  if (step.kind === "undo") live.marks.drop(id);
  else live.marks.put(id, { kind: "own", until }, until - Date.now());
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

function isOvertaken(error: unknown): boolean {
  return error instanceof Refusal && error.has("invalid_status_transition");
}

async function showServersState(live: LiveBoard, id: string): Promise<void> {
  live.marks.put(id, { kind: "overtaken" }, READING_TIME);
  await live.reload();
}

function pause(time: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, time));
}
