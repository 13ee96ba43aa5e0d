import "./orders.css";

import { useStore } from "zustand";

import type { Board } from "../../shared/api/types";
import { useWords } from "../../shared/words/dictionary";
import { useBoardContext } from "../context";
import { callsOf, queueOf } from "../live/boardState";
import { OrderCard } from "./OrderCard";
import { ServiceCalls } from "./ServiceCalls";
import { orderWords } from "./words";

/** What waits for somebody's hand. */
export function OrderQueue({ board }: { board: Board }) {
  const words = useWords(orderWords);
  const { live } = useBoardContext();
  const orders = queueOf(board, useStore(live.marks.entries));
  const arrived = useStore(live.arrivals.entries, (entries) => [...entries.values()].filter((kind) => kind === "order").length);
  return (
    <>
      <p className="visually-hidden" role="status">{arrived > 0 && words.arrived(arrived)}</p>
      <ServiceCalls calls={callsOf(board)} withTable />
      <h2>{words.newOrders}</h2>
      {orders.length === 0 && <p className="queue__empty">{words.noOrders}</p>}
      <ul className="queue">
        {orders.map((order) => (
          <li key={order.id}>
            <OrderCard order={order} withTable />
          </li>
        ))}
      </ul>
    </>
  );
}
