import { QueryClient } from "@tanstack/react-query";
import { createStore, type StoreApi } from "zustand/vanilla";

import { answer } from "../../shared/api/client";
import { isFinal, Refusal, Unreachable } from "../../shared/api/errors";
import type { Board, Order, OrderStatus, ServiceCall } from "../../shared/api/types";
import { createFeed, type Feed } from "../../shared/events/feed";
import type { StoreEvent } from "../../shared/events/types";
import { applyToBoard } from "../../shared/live/board";
import type { StaffClient } from "../client";
import type { Device } from "../device";
import { isOpen, ordersOf } from "./boardState";
import { type Chime, createChime } from "./chime";
import { createFleeting, type Fleeting } from "./fleeting";
import { pause } from "./pause";
import { createReminders, type Reminders } from "./reminders";
import { watchReturn } from "./returning";

export const BOARD = ["board"] as const;
export const HISTORY = "history";
export const MENU = ["menu"] as const;
const ARRIVAL = 3000;
const READING_TIME = 10_000;
/** An event is a fraction of a second behind its answer. */
const PATIENCE = 3000;

/**
 * `underway`: this person's step to that status, whose event often comes before its answer. `own`: the same, which may be
 * undone until that moment. `overtaken`: the server had another state. `elsewhere`: another board finished it while this one looked.
 */
export type Mark = { kind: "underway"; to: OrderStatus } | { kind: "own"; to: OrderStatus; until: number } | { kind: "overtaken" } | { kind: "elsewhere" };

export interface TakenCall {
  call: ServiceCall;
  /** Until when it can be taken back. */
  until: number;
}

/** Everything on the board that changes while one looks. */
export interface LiveBoard extends Feed {
  queries: QueryClient;
  /** Orders and calls that have just come in. */
  arrivals: Fleeting<"order" | "call">;
  marks: Fleeting<Mark>;
  /** Calls that this person has just taken, and may have taken by mistake. */
  taken: Fleeting<TakenCall>;
  chime: Chime;
  reminders: Reminders;
  /** How many orders came in during the last break; nothing once that was read. */
  cameIn: StoreApi<number>;
  /** Told of each event, after the board shows it. */
  listeners: Set<(event: StoreEvent) => void>;
  /** Takes the server's state now, as after a refusal that shows that this screen is behind. */
  reload: () => Promise<void>;
  /** After a change of one's own: waits for its event, which comes before or after the answer, or else reloads. */
  catchUp: (isShown: (board: Board) => boolean) => Promise<void>;
}

export function createLiveBoard(client: StaffClient, device: Device): LiveBoard {
  const queries = createQueries();
  const arrivals = createFleeting<"order" | "call">();
  const marks = createFleeting<Mark>();
  const taken = createFleeting<TakenCall>();
  const chime = createChime(() => device.getState().volume);
  const reminders = createReminders(() => { chime.play("order"); });
  const cameIn = createStore(() => 0);
  const listeners = new Set<(event: StoreEvent) => void>();
  const shown = () => queries.getQueryData<Board>(BOARD);

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
    const before = shown();
    queries.setQueryData<Board>(BOARD, (board) => board && applyToBoard(board, event));
    if (event.type === "store.updated") client.session.update({ store: event.data.store });
    if (event.type === "session.closed") void queries.invalidateQueries({ queryKey: [HISTORY, event.data.table.id] });
    if (event.type === "menu.updated") void queries.invalidateQueries({ queryKey: MENU });
    if (event.type === "order.updated") followStep(event.data.order, before);
    welcome(event);
    for (const listener of listeners) listener(event);
  };
  const followStep = (order: Order, before: Board | undefined) => {
    if (order.status !== "pending") reminders.settle(order.id);
    const mark = marks.entries.getState().get(order.id);
    const isMine = mark !== undefined && "to" in mark && mark.to === order.status;
    const was = before && ordersOf(before).find(({ id }) => id === order.id);
    if (isMine || was === undefined || was.status === order.status) return;
    // Somebody else went on from there: what was one's own last step is not the last any more.
    if (mark?.kind === "own") marks.drop(order.id);
    if (isOpen(was) && !isOpen(order)) marks.put(order.id, { kind: "elsewhere" }, READING_TIME);
  };
  const welcome = (event: StoreEvent) => {
    const arrival = arrivalOf(event);
    if (arrival === null) return;
    arrivals.put(arrival.id, arrival.kind, ARRIVAL);
    if (arrival.kind === "order") reminders.expect(arrival.id);
    chime.play(arrival.kind);
  };
  const feed = createFeed({ url: `${client.origin}/api/v1/staff/events`, tokens: client.session, load, onEvent });
  const start = () => {
    const stopFeed = feed.start();
    const known = () => new Set(ordersOf(shown() ?? { tables: [], last_event_id: 0 }).map(({ id }) => id));
    const stopWatching = watchReturn(feed.connection, known, (count) => { cameIn.setState(count, true); });
    return () => {
      stopFeed();
      stopWatching();
      reminders.stop();
    };
  };
  const catchUp = async (isShown: (board: Board) => boolean) => {
    const isDone = () => isShown(shown() ?? { tables: [], last_event_id: 0 });
    const until = Date.now() + PATIENCE;
    while (!isDone() && feed.connection.getState().state === "live" && Date.now() < until) await pause(50);
    if (!isDone()) await reload();
  };
  return { ...feed, start, queries, arrivals, marks, taken, chime, reminders, cameIn, listeners, reload, catchUp };
}

/** Nothing may be kept back and sent later, when nobody looks any more: with or without a network, it is tried now. */
function createQueries(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { networkMode: "always", retry: (failures, error) => failures < 2 && !isFinal(error) },
      mutations: { networkMode: "always" },
    },
  });
}

/** The screen says that the connection is lost, and the feed loads the board again when it is back. */
function nothingNew(error: unknown): null {
  if (error instanceof Refusal || error instanceof Unreachable) return null;
  throw error;
}

async function fetchBoard({ api, session }: StaffClient, signal?: AbortSignal): Promise<Board> {
  const init = signal ? { signal } : {};
  const asking = session.access();
  const board = await answer(api.GET("/api/v1/staff/board", init));
  // The board says nothing of the store and the person. Asked second, so that no event in between is lost.
  const { store, user } = await answer(api.GET("/api/v1/auth/me", init));
  // A colleague may have taken the board over meanwhile, or the token was renewed: then the store alone is news.
  session.update(user && session.access() === asking ? { store, user } : { store });
  return board;
}

function arrivalOf({ type, data }: StoreEvent): { id: string; kind: "order" | "call" } | null {
  if (type === "order.created") return { id: data.order.id, kind: "order" };
  if (type === "service_call.created") return { id: data.service_call.id, kind: "call" };
  return null;
}
