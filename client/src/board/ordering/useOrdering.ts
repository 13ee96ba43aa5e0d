import { useRef } from "react";

import { answer } from "../../shared/api/client";
import { isFinal } from "../../shared/api/errors";
import type { BoardTable } from "../../shared/api/types";
import { randomKey } from "../../shared/keys";
import { useBoardContext } from "../context";
import { ordersOf } from "../live/boardState";
import { MENU } from "../live/liveBoard";
import { useAction } from "../useAction";
import { bodyOf, type CartLine } from "./cart";

/** Places an order for a table. The same cart sent again, as after no answer, is the same order. */
export function useOrdering(table: BoardTable, onPlaced: () => void) {
  const { client, live } = useBoardContext();
  const attempt = useRef<{ key: string; text: string } | null>(null);
  const ask = useAction(
    async (cart: readonly CartLine[]) => {
      const body = bodyOf(cart, table.id, table.session?.id ?? null);
      const text = JSON.stringify(body);
      if (attempt.current?.text !== text) attempt.current = { key: randomKey(), text };
      const params = { header: { "Idempotency-Key": attempt.current.key } };
      const order = await answer(client.api.POST("/api/v1/staff/orders", { params, body })).catch((error: unknown) => {
        // What was refused for good is another order when it is sent again.
        if (isFinal(error)) attempt.current = null;
        throw error;
      });
      await live.catchUp((board) => ordersOf(board).some(({ id }) => id === order.id));
    },
    { onSuccess: onPlaced, onError: () => live.queries.invalidateQueries({ queryKey: MENU }) },
  );
  return { place: ask.run, working: ask.working, error: ask.error };
}
