import { answer } from "../../shared/api/client";
import { useBoardContext } from "../context";
import { useAction } from "../useAction";

/** Pauses and resumes ordering; null for those who may not. */
export function useAcceptingOrders(onDone?: () => void) {
  const { client, live, user } = useBoardContext();
  const done = async (_answer: unknown, wanted: boolean) => {
    await live.catchUp(() => client.session.state.getState()?.store.accepting_orders === wanted);
    onDone?.();
  };
  const change = useAction(
    (accepting_orders: boolean) => answer(client.api.PATCH("/api/v1/staff/store", { body: { accepting_orders } })),
    { onSuccess: done },
  );
  return user.role === "staff" ? null : change;
}
