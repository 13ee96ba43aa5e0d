import "../orders/orders.css";
import "./history.css";

import { useNow } from "../../shared/time";
import { Button } from "../../shared/ui/Button";
import { Notice } from "../../shared/ui/Notice";
import { useWords } from "../../shared/words/dictionary";
import { useBoardContext } from "../context";
import { Header } from "../header/Header";
import { Notices } from "../header/Notices";
import { Shortcuts } from "../keys/Shortcuts";
import { usePageKeys } from "../keys/usePageKeys";
import { useBoard } from "../live/useBoard";
import { useAddressSearch } from "../route";
import { boardWords } from "../words";
import { filterOf } from "./filter";
import { FilterBar } from "./FilterBar";
import { OrderTable } from "./OrderTable";
import { useOrders } from "./useOrders";
import { historyWords } from "./words";

const MINUTE = 60_000;

/** Every order that the store has had, by what the address asks for. */
export function History() {
  const words = useWords(historyWords);
  const board = useBoard();
  const { sheet } = usePageKeys();
  return (
    <div className="board">
      <Header page="history" />
      <Notices isLoaded={board !== undefined} />
      <main className="history">
        <h2 className="visually-hidden">{words.title}</h2>
        <Orders />
      </main>
      <Shortcuts {...sheet} />
    </div>
  );
}

function Orders() {
  const words = { ...useWords(boardWords), ...useWords(historyWords) };
  const { store } = useBoardContext();
  const search = useAddressSearch();
  const filter = filterOf(search, useNow(MINUTE), store);
  const { data, error, isFetching, hasNextPage, fetchNextPage, refetch } = useOrders(filter, useBoard());
  const orders = data?.pages.flatMap(({ results }) => results) ?? [];
  return (
    <>
      <FilterBar filter={filter} search={search} />
      {orders.length > 0 && <OrderTable orders={orders} />}
      {orders.length === 0 && !isFetching && !error && <p className="history__empty">{words.nothing}</p>}
      {isFetching && <p role="status">{words.loading}</p>}
      {error && !isFetching && (
        <Notice tone="error">
          {words.failed} <Button onClick={() => void (data ? fetchNextPage() : refetch())}>{words.retry}</Button>
        </Notice>
      )}
      {hasNextPage && !isFetching && !error && <Button onClick={() => void fetchNextPage()}>{words.more}</Button>}
    </>
  );
}
