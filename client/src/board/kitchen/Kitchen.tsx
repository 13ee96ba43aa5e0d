import "./kitchen.css";

import { useRef, useState } from "react";
import { useStore } from "zustand";

import type { Board } from "../../shared/api/types";
import { useConnection } from "../../shared/events/useConnection";
import { useNow } from "../../shared/time";
import { Button } from "../../shared/ui/Button";
import { useWords } from "../../shared/words/dictionary";
import { useBoardContext } from "../context";
import { useSettings } from "../device";
import { Header } from "../header/Header";
import { CameIn } from "../header/Notices";
import { StartShift } from "../header/StartShift";
import { useBoard } from "../live/useBoard";
import { useKeptFocus } from "../orders/useKeptFocus";
import { boardWords } from "../words";
import { DoneList } from "./DoneList";
import { KitchenKeys } from "./KitchenKeys";
import { createKitchenState, type KitchenState } from "./kitchenState";
import { StationFilter } from "./StationFilter";
import { TicketCard } from "./TicketCard";
import { type Ticket, ticketsOf } from "./tickets";
import { TogetherStrip } from "./TogetherStrip";
import { useMadeHere } from "./useStations";
import { kitchenWords } from "./words";

/** The kitchen's wall screen: dark, large, and worked with a finger, a knuckle or a bump bar. */
export function Kitchen() {
  const words = { ...useWords(boardWords), ...useWords(kitchenWords) };
  const { live, device } = useBoardContext();
  const { together } = useSettings();
  const [kitchen] = useState(createKitchenState);
  const isLost = useConnection(live.connection).state === "lost";
  const board = useBoard();
  return (
    <div className={isLost ? "kitchen is-lost" : "kitchen"}>
      <Header page="kitchen">
        <StationFilter />
        <Button aria-pressed={together} onClick={() => { device.setState({ together: !together }); }}>{words.together}</Button>
        <DoneList kitchen={kitchen} board={board} />
      </Header>
      <StartShift />
      {isLost && <p className="kitchen__lost" role="alert">{words.kitchenLost}</p>}
      <CameIn />
      {board ? <Tickets board={board} kitchen={kitchen} /> : <main className="tickets"><p role="status">{words.loading}</p></main>}
      <KitchenKeys />
    </div>
  );
}

function Tickets({ board, kitchen }: { board: Board; kitchen: KitchenState }) {
  const words = useWords(kitchenWords);
  const { together } = useSettings();
  const acknowledged = useStore(kitchen.acknowledged);
  const isMadeHere = useMadeHere();
  const tickets = ticketsOf(board, acknowledged, useNow(15_000), isMadeHere);
  return (
    <main className="kitchen__main">
      <h2 className="visually-hidden">{words.tickets(tickets.length)}</h2>
      {together && <TogetherStrip tickets={tickets} />}
      {tickets.length === 0 && <p className="kitchen__empty">{words.noTickets}</p>}
      <TicketList tickets={tickets} kitchen={kitchen} />
    </main>
  );
}

function TicketList({ tickets, kitchen }: { tickets: readonly Ticket[]; kitchen: KitchenState }) {
  const list = useRef<HTMLUListElement>(null);
  useKeptFocus(list, tickets.map(({ order }) => order.id).join(), ".ticket__head");
  return (
    <ul className="tickets" ref={list}>
      {tickets.map((ticket, place) => (
        <li key={ticket.order.id} className="tickets__one">
          <TicketCard ticket={ticket} place={place + 1} kitchen={kitchen} />
        </li>
      ))}
    </ul>
  );
}
