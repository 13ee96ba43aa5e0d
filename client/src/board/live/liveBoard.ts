import { QueryClient } from "@tanstack/react-query";

import { answer } from "../../shared/api/client";
import { isFinal, Refusal, Unreachable } from "../../shared/api/errors";
import type { Board } from "../../shared/api/types";
import { createFeed, type Feed } from "../../shared/events/feed";
import type { StoreEvent } from "../../shared/events/types";
import { applyToBoard } from "../../shared/live/board";
import type { StaffClient } from "../client";
import { type Chime, createChime } from "./chime";
import { createFleeting, type Fleeting } from "./fleeting";
import { pause } from "./pause";

export const BOARD = ["board"] as const;
export const HISTORY = "history";
const ARRIVAL = 3000;
/** An event is a fraction of a second behind its answer. */
const PATIENCE = 3000;

/**
 * `underway`: this person's step, whose event often comes before its answer. `own`: the same, which may be undone until
 * that moment. `overtaken`: the server had another state.
 */
export type Mark = { kind: "underway" } | { kind: "own"; until: number } | { kind: "overtaken" };

/** Everything on the board that changes while one looks. */
export interface LiveBoard extends Feed {
  queries: QueryClient;
  /** Orders and calls that have just come in. */
  arrivals: Fleeting<"order" | "call">;
  marks: Fleeting<Mark>;
  chime: Chime;
  /** Takes the server's state now, as after a refusal that shows that this screen is behind. */
  reload: () => Promise<void>;
  /** After a change of one's own: waits for its event, which comes before or after the answer, or else reloads. */
  catchUp: (isShown: (board: Board) => boolean) => Promise<void>;
}

export function createLiveBoard(client: StaffClient): LiveBoard {
  // Nothing may be kept back and sent later, when nobody looks any more: with or without a network, it is tried now.
  const queries = new QueryClient({
    defaultOptions: {
      queries: { networkMode: "always", retry: (failures, error) => failures < 2 && !isFinal(error) },
      mutations: { networkMode: "always" },
    },
  });
  const arrivals = createFleeting<"order" | "call">();
  const chime = createChime();

  const load = async (signal: AbortSignal) => {
    const board = await fetchBoard(client, signal);
    queries.setQueryData<Board>(BOARD, board);
    return board.last_event_id;
  };
  const reload = async () => {
    const board = await fetchBoard(client).catch(nothingNew);
    if (board === null) return;
    // Events may have come meanwhile: the later of the two is right.
    queries.setQueryData<Board>(BOARD, (known) => (known && known.last_event_id > board.last_event_id ? known : board));
  };
  const onEvent = (event: StoreEvent) => {
    queries.setQueryData<Board>(BOARD, (board) => board && applyToBoard(board, event));
    if (event.type === "store.updated") client.session.update({ store: event.data.store });
    if (event.type === "session.closed") void queries.invalidateQueries({ queryKey: [HISTORY, event.data.table.id] });
    const arrival = arrivalOf(event);
    if (arrival === null) return;
    arrivals.put(arrival.id, arrival.kind, ARRIVAL);
    chime.play(arrival.kind);
  };
  const feed = createFeed({ url: `${client.origin}/api/v1/staff/events`, tokens: client.session, load, onEvent });
  const catchUp = async (isShown: (board: Board) => boolean) => {
    const shown = () => isShown(queries.getQueryData<Board>(BOARD) ?? { tables: [], last_event_id: 0 });
    const until = Date.now() + PATIENCE;
    while (!shown() && feed.connection.getState().state === "live" && Date.now() < until) await pause(50);
    if (!shown()) await reload();
  };
  return { ...feed, queries, arrivals, marks: createFleeting<Mark>(), chime, reload, catchUp };
}

/** The screen says that the connection is lost, and the feed loads the board again when it is back. */
function nothingNew(error: unknown): null {
  if (error instanceof Refusal || error instanceof Unreachable) return null;
  throw error;
}

async function fetchBoard({ api, session }: StaffClient, signal?: AbortSignal): Promise<Board> {
  const init = signal ? { signal } : {};
  const board = await answer(api.GET("/api/v1/staff/board", init));
  // The board says nothing of the store and the person. Asked second, so that no event in between is lost.
  const { store, user } = await answer(api.GET("/api/v1/auth/me", init));
  if (user) session.update({ store, user });
  return board;
}

function arrivalOf({ type, data }: StoreEvent): { id: string; kind: "order" | "call" } | null {
  if (type === "order.created") return { id: data.order.id, kind: "order" };
  if (type === "service_call.created") return { id: data.service_call.id, kind: "call" };
  return null;
}
