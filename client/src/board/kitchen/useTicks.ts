import { answer } from "../../shared/api/client";
import type { Order } from "../../shared/api/types";
import { useBoardContext } from "../context";
import { ordersOf } from "../live/boardState";
import { useAction } from "../useAction";

interface Tick {
  lineIds: readonly string[];
  done: boolean;
}

/** Ticks lines off, and on again. */
export function useTicks(order: Order) {
  const { client, live } = useBoardContext();
  const isShown = (lineId: string, done: boolean) =>
    live.catchUp((board) => {
      const known = ordersOf(board).find(({ id }) => id === order.id);
      return known?.items.every((line) => line.id !== lineId || (line.done_at !== null) === done) ?? true;
    });
  return useAction(async ({ lineIds, done }: Tick) => {
    for (const line_id of lineIds) {
      const params = { path: { order_id: order.id, line_id } };
      await answer(client.api.PATCH("/api/v1/staff/orders/{order_id}/items/{line_id}", { params, body: { done } }));
      await isShown(line_id, done);
    }
  }, { onError: live.reload });
}
