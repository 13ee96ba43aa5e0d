import { useMutation, type UseMutationResult } from "@tanstack/react-query";

import { answer } from "../../shared/api/client";
import { useBoardContext } from "../context";

/** Pauses and resumes ordering; null for those who may not. */
export function useAcceptingOrders(): UseMutationResult<unknown, Error, boolean> | null {
  const { client, live, user } = useBoardContext();
  const change = useMutation({
    mutationFn: (accepting_orders: boolean) =>
      answer(client.api.PATCH("/api/v1/staff/store", { body: { accepting_orders } })),
    onSuccess: live.catchUp,
  });
  return user.role === "staff" ? null : change;
}
