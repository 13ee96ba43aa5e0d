import { createParser, type EventSourceMessage } from "eventsource-parser";
import { createStore, type StoreApi } from "zustand/vanilla";

import type { Tokens } from "../api/session";
import type { StoreEvent } from "./types";

/**
 * `connecting`: at the start, and after a break while the first attempt to come back is under way.
 * `lost`: the last attempt failed, or the stream fell silent.
 */
export interface Connection {
  state: "connecting" | "live" | "lost";
  /** When the server last gave a sign of life, in milliseconds; null before the first. */
  lastMessageAt: number | null;
}

interface Timings {
  /** How long the server may take to answer a request for the stream. */
  answer: number;
  /** Silence after which the stream is taken for dead; the server sends something every 15 s. */
  silence: number;
  /** Waits before the first, second … attempt to come back; the last one repeats. */
  waits: readonly [number, ...number[]];
}

export const TIMINGS: Timings = { answer: 8000, silence: 35_000, waits: [1000, 2000, 4000, 5000] };

interface Options {
  url: string;
  tokens: Tokens;
  /** Loads the snapshot and answers its `last_event_id`. Called at the start, and again whenever the server says `reset`. */
  load: (signal: AbortSignal) => Promise<number>;
  /** Called once for each event after the snapshot, in order. */
  onEvent: (event: StoreEvent) => void;
  /** The page's build, which the server keeps for managers to see. */
  appVersion?: string;
  timings?: Timings;
}

export interface Feed {
  connection: StoreApi<Connection>;
  /** Loads, then follows until the returned function is called or the sign-in ends. */
  start: () => () => void;
}

/** Keeps a screen true: its snapshot, then every event after it, over every break. */
export function createFeed(options: Options): Feed {
  const connection = createStore<Connection>(() => ({ state: "connecting", lastMessageAt: null }));
  return {
    connection,
    start: () => {
      const stop = new AbortController();
      void new Following(options, connection, stop.signal).run();
      return () => {
        stop.abort();
      };
    },
  };
}

class Following {
  readonly #options: Options;
  readonly #timings: Timings;
  readonly #connection: StoreApi<Connection>;
  readonly #stopped: AbortSignal;
  /** The number of the last event this screen has seen; null when it must load its snapshot. */
  #lastEventId: number | null = null;
  #breaks = 0;

  constructor(options: Options, connection: StoreApi<Connection>, stopped: AbortSignal) {
    this.#options = options;
    this.#timings = options.timings ?? TIMINGS;
    this.#connection = connection;
    this.#stopped = stopped;
  }

  async run(): Promise<void> {
    this.#show("connecting");
    while (!this.#stopped.aborted && this.#options.tokens.access() !== null) {
      const attempt = new Attempt(this.#stopped);
      try {
        await this.#follow(attempt);
      } catch {
        this.#show(attempt.answered && !attempt.expired ? "connecting" : "lost");
      } finally {
        attempt.end();
      }
      await pause(this.#nextWait(), this.#stopped);
    }
  }

  /** Returns when the screen must load its snapshot again, throws on any break. */
  async #follow(attempt: Attempt): Promise<void> {
    this.#lastEventId ??= await this.#options.load(this.#stopped);
    attempt.expectWithin(this.#timings.answer);
    const stream = await this.#open(attempt.signal);
    attempt.answered = true;
    await this.#read(stream, attempt);
  }

  async #open(signal: AbortSignal): Promise<ReadableStream<Uint8Array>> {
    const { tokens } = this.#options;
    const access = tokens.access();
    let response = await this.#request(access, signal);
    if (response.status === 401 && access !== null) {
      await response.body?.cancel();
      const renewed = await tokens.renew(access);
      if (renewed !== null) response = await this.#request(renewed, signal);
    }
    const isStream = response.headers.get("Content-Type")?.startsWith("text/event-stream");
    if (response.status === 200 && isStream && response.body) return response.body;
    throw new Error(`No stream: ${response.status}`);
  }

  #request(access: string | null, signal: AbortSignal): Promise<Response> {
    const headers = new Headers({ Accept: "text/event-stream" });
    if (access !== null) headers.set("Authorization", `Bearer ${access}`);
    if (this.#options.appVersion) headers.set("X-App-Version", this.#options.appVersion);
    if (this.#lastEventId !== null) headers.set("Last-Event-ID", String(this.#lastEventId));
    return fetch(this.#options.url, { headers, signal, cache: "no-store" });
  }

  async #read(stream: ReadableStream<Uint8Array>, attempt: Attempt): Promise<void> {
    const reader = stream.getReader();
    const decoder = new TextDecoder();
    const parser = createParser({ onEvent: (message) => { this.#receive(message); } });
    for (;;) {
      attempt.expectWithin(this.#timings.silence);
      const { done, value } = await reader.read();
      if (done) throw new Error("The stream ended");
      this.#breaks = 0;
      this.#show("live", Date.now());
      parser.feed(decoder.decode(value, { stream: true }));
      if (this.#lastEventId === null) return;
    }
  }

  #receive(message: EventSourceMessage): void {
    if (this.#stopped.aborted) return;
    if (message.event === "reset") {
      this.#lastEventId = null;
      return;
    }
    const id = Number(message.id);
    // After a `reset` nothing counts until the snapshot is there.
    if (message.id === undefined || this.#lastEventId === null || id <= this.#lastEventId) return;
    this.#lastEventId = id;
    this.#options.onEvent({ id, type: message.event, data: JSON.parse(message.data) as unknown } as StoreEvent);
  }

  #show(state: Connection["state"], lastMessageAt = this.#connection.getState().lastMessageAt): void {
    if (!this.#stopped.aborted) this.#connection.setState({ state, lastMessageAt });
  }

  #nextWait(): number {
    const { waits } = this.#timings;
    const longest = waits[Math.min(this.#breaks, waits.length - 1)] ?? waits[0];
    this.#breaks += 1;
    // Up to a fifth less: a server that comes back must not meet all its screens in the same moment.
    return longest * (1 - Math.random() / 5);
  }
}

/** One connection: over when the screen stops following, or when an expected sign of life does not come. */
class Attempt {
  answered = false;
  expired = false;
  readonly #over = new AbortController();
  readonly #stopped: AbortSignal;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(stopped: AbortSignal) {
    this.#stopped = stopped;
    stopped.addEventListener("abort", this.end);
  }

  get signal(): AbortSignal {
    return this.#over.signal;
  }

  expectWithin(time: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.expired = true;
      this.#over.abort();
    }, time);
  }

  readonly end = (): void => {
    clearTimeout(this.#timer);
    this.#stopped.removeEventListener("abort", this.end);
    this.#over.abort();
  };
}

function pause(time: number, stopped: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      stopped.removeEventListener("abort", done);
      resolve();
    };
    const timer = setTimeout(done, time);
    stopped.addEventListener("abort", done);
    if (stopped.aborted) done();
  });
}
