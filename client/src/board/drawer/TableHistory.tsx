import { useInfiniteQuery } from "@tanstack/react-query";

import { answer } from "../../shared/api/client";
import type { Schemas } from "../../shared/api/types";
import { clockTime } from "../../shared/time";
import { Button } from "../../shared/ui/Button";
import { Notice } from "../../shared/ui/Notice";
import { useWords } from "../../shared/words/dictionary";
import { useLanguage } from "../../shared/words/language";
import { useBoardContext } from "../context";
import { HISTORY } from "../live/liveBoard";
import { Money } from "../Money";
import { PastOrder } from "../orders/PastOrder";
import { tableWords } from "../tables/words";
import { boardWords } from "../words";

type PastSession = Schemas["PastSession"];

/** The table's finished sessions, newest first, a page at a time. */
export function TableHistory({ tableId }: { tableId: string }) {
  const words = { ...useWords(boardWords), ...useWords(tableWords) };
  const { data, error, hasNextPage, isFetching, fetchNextPage, refetch } = useHistory(tableId);
  const sessions = data?.pages.flatMap((page) => page.results);
  return (
    <>
      {sessions?.length === 0 && <p>{words.noHistory}</p>}
      <ul className="queue">
        {sessions?.map((session) => (
          <li key={session.id}>
            <Past session={session} />
          </li>
        ))}
      </ul>
      {isFetching && <p role="status">{words.loading}</p>}
      {error && !isFetching && (
        <>
          <Notice tone="error">{words.historyFailed}</Notice>
          <Button onClick={() => void (data ? fetchNextPage() : refetch())}>{words.retry}</Button>
        </>
      )}
      {hasNextPage && !isFetching && !error && <Button onClick={() => void fetchNextPage()}>{words.more}</Button>}
    </>
  );
}

function useHistory(tableId: string) {
  const { client } = useBoardContext();
  return useInfiniteQuery({
    queryKey: [HISTORY, tableId],
    queryFn: ({ pageParam, signal }) => {
      const params = { path: { table_id: tableId }, query: pageParam === null ? {} : { cursor: pageParam } };
      return answer(client.api.GET("/api/v1/staff/tables/{table_id}/history", { params, signal }));
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => (next ? new URL(next).searchParams.get("cursor") : null),
  });
}

function Past({ session }: { session: PastSession }) {
  const words = useWords(tableWords);
  const language = useLanguage();
  const { store } = useBoardContext();
  const [opened, closed] = [session.opened_at, session.closed_at].map((time) => time && clockTime(time, store.time_zone, language));
  return (
    <details className="past">
      <summary className="past__summary">
        <span>
          {session.business_date} {opened}–{closed} · {words.orderCount(session.order_count)}
        </span>
        <strong><Money amount={session.total} /></strong>
      </summary>
      <ul className="queue">
        {session.orders.map((order) => (
          <li key={order.id}>
            <PastOrder order={order} />
          </li>
        ))}
      </ul>
    </details>
  );
}
