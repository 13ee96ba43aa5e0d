import type { ServerResponse } from "node:http";

import { expect, onTestFinished, vi } from "vitest";

import type { Tokens } from "../shared/api/session";
import { createFeed, type Feed } from "../shared/events/feed";
import type { Received, TestServer } from "./server";

/** So that a test need not wait. */
export const QUICK = { answer: 1000, silence: 500, waits: [5, 10, 20, 20] as [number, ...number[]] };

/** A sign-in that never ends. */
export const forever: Tokens = { access: () => "token-1", renew: (stale) => Promise.resolve(stale) };

/** A store's event log, behind a stream that resumes as the real one does. */
export class EventLog {
  readonly ids: number[] = [];
  readonly #readers = new Set<ServerResponse>();

  append(id: number): void {
    this.ids.push(id);
    for (const reader of this.#readers) reader.write(line(id));
  }

  stream(request: Received, response: ServerResponse): void {
    open(response);
    const after = Number(request.headers["last-event-id"]);
    for (const id of this.ids.filter((each) => each > after)) response.write(line(id));
    this.#readers.add(response);
    response.on("close", () => this.#readers.delete(response));
  }

  end(): void {
    for (const reader of this.#readers) reader.end();
  }
}

export function line(id: number): string {
  return `id: ${id}\nevent: menu.updated\ndata: {"version": ${id}}\n\n`;
}

export function open(response: ServerResponse): void {
  response.writeHead(200, { "Content-Type": "text/event-stream" });
  response.write("retry: 2000\n\n");
}

interface Follower {
  feed: Feed;
  seen: number[];
  stop: () => void;
}

export function follow(server: TestServer, { tokens = forever, load = () => Promise.resolve(0) } = {}): Follower {
  const seen: number[] = [];
  const url = `${server.origin}/api/v1/events`;
  const feed = createFeed({ url, tokens, load, onEvent: ({ id }) => seen.push(id), timings: QUICK });
  const stop = feed.start();
  onTestFinished(stop);
  return { feed, seen, stop };
}

export const untilState = (feed: Feed, state: string) =>
  vi.waitFor(() => { expect(feed.connection.getState().state).toBe(state); }, { timeout: 3000, interval: 5 });

export const untilSeen = (seen: number[], ids: number[]) =>
  vi.waitFor(() => { expect(seen).toEqual(ids); }, { timeout: 3000, interval: 5 });
