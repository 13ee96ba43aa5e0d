import "./Board.css";

import { skipToken, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";

import { useConnection } from "../shared/events/useConnection";
import type { Board as BoardState } from "../shared/api/types";
import { Button } from "../shared/ui/Button";
import { Notice } from "../shared/ui/Notice";
import { useWords } from "../shared/words/dictionary";
import { useBoardContext } from "./context";
import { TableDrawer } from "./drawer/TableDrawer";
import { Header } from "./header/Header";
import { PausedNotice } from "./header/PausedNotice";
import { callsOf, pendingCount, queueOf } from "./live/boardState";
import { BOARD } from "./live/liveBoard";
import { OrderQueue } from "./orders/OrderQueue";
import { orderWords } from "./orders/words";
import { TableGrid } from "./tables/TableGrid";
import { tableWords } from "./tables/words";
import { boardWords } from "./words";

export function Board() {
  const words = useWords(boardWords);
  const { live } = useBoardContext();
  const { state } = useConnection(live.connection);
  // Loaded and kept true by the feed.
  const { data: board } = useQuery<BoardState>({ queryKey: BOARD, queryFn: skipToken });
  const pending = board ? pendingCount(board) : 0;

  useEffect(() => {
    document.title = pending > 0 ? `(${pending}) ${words.title}` : words.title;
  }, [pending, words]);

  return (
    <div className="board">
      <Header />
      <div className="board__notices">
        <PausedNotice />
        {state === "lost" && <Notice tone="error">{board ? words.lostNotice : words.loadFailed}</Notice>}
      </div>
      {board ? (
        <Views board={board} stale={state === "lost"} />
      ) : (
        <main className="board__loading"><p role="status">{words.loading}</p></main>
      )}
    </div>
  );
}

/** Tables and orders side by side; a phone shows one of the two. */
function Views({ board, stale }: { board: BoardState; stale: boolean }) {
  const words = { ...useWords(boardWords), ...useWords(tableWords), ...useWords(orderWords) };
  const [view, setView] = useState<"tables" | "orders">("tables");
  const [tableId, setTableId] = useState<string | null>(null);
  const views = { tables: words.tables, orders: words.waiting(queueOf(board, new Map()).length, callsOf(board).length) };
  return (
    <main className={`board__views board__views--${view}${stale ? " board__views--stale" : ""}`}>
      <div className="board__switch" role="group" aria-label={words.title}>
        {(["tables", "orders"] as const).map((each) => (
          <Button key={each} aria-pressed={view === each} onClick={() => { setView(each); }}>
            {views[each]}
          </Button>
        ))}
      </div>
      <section className="board__tables" aria-label={words.tables}>
        <TableGrid board={board} onOpen={setTableId} />
      </section>
      <section className="board__orders" aria-label={words.newOrders}>
        <OrderQueue board={board} />
      </section>
      <TableDrawer table={board.tables.find(({ id }) => id === tableId)} onClose={() => { setTableId(null); }} />
    </main>
  );
}
