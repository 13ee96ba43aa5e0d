import { answer } from "../../shared/api/client";
import { useBoardContext } from "../context";
import { useAction } from "../useAction";

/** `minutes`: the pause ends by itself after so many. */
export interface Wanted {
  accepting: boolean;
  minutes?: number;
}

/** Pauses and resumes ordering; null for those who may not. */
export function useAcceptingOrders(onDone?: () => void) {
  const { client, live, user } = useBoardContext();
  const done = async (_answer: unknown, { accepting }: Wanted) => {
    await live.catchUp(() => client.session.state.getState()?.store.accepting_orders === accepting);
    onDone?.();
  };
  const change = useAction(
    ({ accepting, minutes }: Wanted) => {
      const end = minutes === undefined ? {} : { resume_after_minutes: minutes };
      return answer(client.api.PATCH("/api/v1/staff/store", { body: { accepting_orders: accepting, ...end } }));
    },
    { onSuccess: done },
  );
  return user.role === "staff" ? null : change;
}
