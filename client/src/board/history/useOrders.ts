import { useInfiniteQuery } from "@tanstack/react-query";

import { answer } from "../../shared/api/client";
import type { Board } from "../../shared/api/types";
import { useBoardContext } from "../context";
import { HISTORY } from "../live/liveBoard";
import type { Filter } from "./filter";

/** The store's orders that a filter lets through, newest first, a page at a time. */
export function useOrders({ from, to, status, number, table: wanted }: Filter, board: Board | undefined) {
  const { client } = useBoardContext();
  const table = wanted === null ? null : (board?.tables.find((each) => each.number === wanted)?.id ?? "");
  const query = { from, to, ...(status && { status }), ...(number !== null && { number }), ...(table && { table }) };
  return useInfiniteQuery({
    queryKey: [HISTORY, "orders", query],
    enabled: table !== "",
    queryFn: ({ pageParam, signal }) => {
      const params = { query: { ...query, ...(pageParam !== null && { cursor: pageParam }) } };
      return answer(client.api.GET("/api/v1/staff/orders", { params, signal }));
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => (next ? new URL(next).searchParams.get("cursor") : null),
  });
}
