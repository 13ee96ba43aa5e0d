import "./Board.css";
import "./forms.css";

import { type Dispatch, type SetStateAction, useState } from "react";

import type { Board as BoardState } from "../shared/api/types";
import { useConnection } from "../shared/events/useConnection";
import { Button } from "../shared/ui/Button";
import { useWords } from "../shared/words/dictionary";
import { useBoardContext } from "./context";
import { useSettings } from "./device";
import { TableDrawer } from "./drawer/TableDrawer";
import { Header } from "./header/Header";
import { Notices } from "./header/Notices";
import { SearchBox } from "./header/SearchBox";
import { StartShift } from "./header/StartShift";
import { BoardKeys } from "./keys/BoardKeys";
import { callsOf, queueOf, type Sight, zonesOf } from "./live/boardState";
import { useBoard } from "./live/useBoard";
import { OrderQueue } from "./orders/OrderQueue";
import { orderWords } from "./orders/words";
import { StockButton } from "./stock/StockButton";
import { BoardSkeleton } from "./tables/BoardSkeleton";
import { Tables } from "./tables/Tables";
import { tableWords } from "./tables/words";
import { boardWords } from "./words";

export function Board() {
  const { live } = useBoardContext();
  const { state } = useConnection(live.connection);
  const board = useBoard();
  const [search, setSearch] = useState("");
  const [tableId, setTableId] = useState<string | null>(null);
  const found = search === "" ? undefined : board?.tables.find(({ number }) => String(number) === search);
  return (
    <div className="board">
      <Header page="board">
        <SearchBox value={search} onChange={setSearch} onEnter={() => { if (found) setTableId(found.id); }} />
        <StockButton />
      </Header>
      <StartShift />
      <Notices isLoaded={board !== undefined} />
      {board ? (
        <Views board={board} stale={state === "lost"} search={search} onSearch={setSearch} onOpen={setTableId} />
      ) : (
        <BoardSkeleton />
      )}
      <TableDrawer
        table={board?.tables.find(({ id }) => id === tableId)}
        onShow={setTableId}
        onClose={() => { setTableId(null); }}
      />
      <BoardKeys onSearch={setSearch} />
    </div>
  );
}

interface ViewsProps {
  board: BoardState;
  stale: boolean;
  search: string;
  onSearch: (search: string) => void;
  onOpen: Dispatch<SetStateAction<string | null>>;
}

/** Tables and orders side by side; a phone shows one of the two. */
function Views({ board, stale, search, onSearch, onOpen }: ViewsProps) {
  const words = { ...useWords(boardWords), ...useWords(tableWords), ...useWords(orderWords) };
  const { live } = useBoardContext();
  const { zone: chosen, shown } = useSettings();
  const zone = chosen !== null && zonesOf(board).includes(chosen) ? chosen : null;
  const sight: Sight = { zone, shown, search };
  const [view, setView] = useState<"tables" | "orders">("tables");
  const open = queueOf(board, { zone: null, shown: "open", search: "" }, new Map()).length;
  const views = { tables: words.tables, orders: words.waiting(open, callsOf(board.tables).length) };
  const openTable = (id: string) => {
    onOpen(id);
    for (const order of board.tables.find((table) => table.id === id)?.session?.orders ?? []) live.reminders.settle(order.id);
  };
  return (
    <main className={`board__views board__views--${view}${stale ? " is-stale" : ""}`}>
      <div className="board__switch" role="group" aria-label={words.title}>
        {(["tables", "orders"] as const).map((each) => (
          <Button key={each} aria-pressed={view === each} onClick={() => { setView(each); }}>
            {views[each]}
          </Button>
        ))}
      </div>
      <section className="board__tables" aria-label={words.tables}>
        <Tables board={board} sight={sight} onOpen={openTable} />
      </section>
      <section className="board__orders" aria-label={words.newOrders}>
        <OrderQueue board={board} sight={sight} onClear={() => { onSearch(""); }} />
      </section>
    </main>
  );
}
