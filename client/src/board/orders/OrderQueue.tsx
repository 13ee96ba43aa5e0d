import "./orders.css";

import { type KeyboardEvent, useRef } from "react";
import { useStore } from "zustand";

import type { Board } from "../../shared/api/types";
import { Button } from "../../shared/ui/Button";
import { useWords } from "../../shared/words/dictionary";
import { useBoardContext } from "../context";
import { moveFocus } from "../keys/moveFocus";
import { callsOf, hiddenNewOrders, queueOf, type Sight, tablesIn } from "../live/boardState";
import { OrderCard } from "./OrderCard";
import { QueueFilter } from "./QueueFilter";
import { ServiceCalls, useTaken } from "./ServiceCalls";
import { useKeptFocus } from "./useKeptFocus";
import { orderWords } from "./words";

interface OrderQueueProps {
  board: Board;
  sight: Sight;
  /** Drops what was searched for. */
  onClear: () => void;
}

/** What waits for somebody's hand. */
export function OrderQueue({ board, sight, onClear }: OrderQueueProps) {
  const words = useWords(orderWords);
  const { live } = useBoardContext();
  const marks = useStore(live.marks.entries);
  const arrived = useStore(live.arrivals.entries, (entries) => [...entries.values()].filter((kind) => kind === "order").length);
  const list = useRef<HTMLUListElement>(null);
  const orders = sight.shown === "calls" && sight.search === "" ? [] : queueOf(board, sight, marks);
  const tables = tablesIn(board, sight);
  const calls = callsOf(tables);
  const taken = useTaken(tables.map(({ id }) => id));
  useKeptFocus(list, orders.map(({ id, status }) => id + status).join());
  const showsCalls = sight.shown === "open" || sight.shown === "calls" || sight.search !== "";
  return (
    <>
      <p className="visually-hidden" role="status">{arrived > 0 && words.arrived(arrived)}</p>
      <QueueFilter board={board} sight={sight} />
      <Hidden board={board} sight={sight} onClear={onClear} />
      {showsCalls && <ServiceCalls calls={calls} taken={taken} withTable />}
      <h2 className="visually-hidden">{words.newOrders}</h2>
      {orders.length === 0 && (calls.length + taken.length === 0 || !showsCalls) && <p className="queue__empty">{words.nothing(sight.shown)}</p>}
      <ul className="queue" ref={list} onKeyDown={followArrows}>
        {orders.map((order) => (
          <li key={order.id}>
            <OrderCard order={order} withTable />
          </li>
        ))}
      </ul>
    </>
  );
}

function followArrows(event: KeyboardEvent<HTMLElement>): void {
  if (!(event.target instanceof HTMLButtonElement)) return;
  const buttons = event.currentTarget.querySelectorAll<HTMLElement>(".order__actions .button");
  if (moveFocus(event.key, event.target, buttons)) event.preventDefault();
}

/** A filter must not hide what nobody has seen. */
function Hidden({ board, sight, onClear }: OrderQueueProps) {
  const words = useWords(orderWords);
  const { device } = useBoardContext();
  const hidden = hiddenNewOrders(board, sight);
  if (hidden === 0) return null;
  const showAll = () => {
    device.setState({ zone: null, shown: "open" });
    onClear();
  };
  return (
    <div className="hidden-orders" role="status">
      {words.hidden(hidden)}
      <Button onClick={showAll}>{words.showAll}</Button>
    </div>
  );
}
