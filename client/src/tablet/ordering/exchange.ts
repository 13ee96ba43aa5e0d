/** What the server tells of an order that was sent. */
import { answer } from "../../shared/api/client";
import { isFinal, type Refusal } from "../../shared/api/errors";
import type { Order } from "../../shared/api/types";
import type { PendingOrder } from "../cart/cart";
import type { TabletClient } from "../client";

export type Outcome =
  /** `isReplayed`: since an earlier attempt, and its guests may have gone on since then. */
  | { kind: "stored"; order: Order; isReplayed: boolean }
  | { kind: "refused"; refusal: Refusal }
  /** It was not stored, and an attempt that is still on its way will not be either. */
  | { kind: "withdrawn" }
  | { kind: "unknown" };

/** Throws what is no answer to rely on. */
export async function place({ api }: TabletClient, { key, body }: PendingOrder): Promise<Outcome> {
  try {
    const asked = api.POST("/api/v1/orders", { params: { header: { "Idempotency-Key": key } }, body });
    const order = await answer(asked);
    return { kind: "stored", order, isReplayed: (await asked).response.status === 200 };
  } catch (error) {
    // A 401 says nothing about an earlier attempt, which may have been stored.
    if (isFinal(error) && error.status !== 401) return { kind: "refused", refusal: error };
    throw error;
  }
}

/** Whatever the server refuses here, it has not told what became of the order: throws then too. */
export async function withdraw({ api }: TabletClient, { key }: PendingOrder): Promise<Outcome> {
  const asked = api.POST("/api/v1/orders/withdraw", { params: { header: { "Idempotency-Key": key } } });
  const { order } = await answer(asked);
  return order ? { kind: "stored", order, isReplayed: true } : { kind: "withdrawn" };
}

/** Asks again after each wait, until there is an answer or asking again is of no use. */
export async function untilAnswered(
  ask: (attempt: number) => Promise<Outcome>, waits: readonly number[], onSilence: () => void,
): Promise<Outcome> {
  for (const [attempt, wait] of [...waits, null].entries()) {
    try {
      return await ask(attempt);
    } catch (error) {
      if (wait === null || isFinal(error)) break;
    }
    onSilence();
    await new Promise((resolve) => setTimeout(resolve, wait));
  }
  return { kind: "unknown" };
}
