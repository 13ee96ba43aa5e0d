import type { ServerResponse } from "node:http";

import { render } from "@testing-library/react";

import { App } from "../board/App";
import { createStaffClient } from "../board/client";
import type { Board, BoardTable, User } from "../shared/api/types";
import type { StoreEvent } from "../shared/events/types";
import { board, store } from "./samples";
import { type Received, refuse, sendJson, serve, type TestServer } from "./server";

/** What the snapshot holds; events come after it. */
const SNAPSHOT = board().last_event_id;

type Answer = (response: ServerResponse, request: Received) => void;

/** A signed-in board before a real server, which answers what it is told to and streams what it is given. */
export class StaffBoard {
  readonly server: TestServer;
  board: Board;
  store = store;
  readonly user: User;
  /** By method and path. */
  readonly answers = new Map<string, Answer>();
  readonly #log: { id: number; text: string }[] = [];
  readonly #streams: ServerResponse[] = [];

  constructor(server: TestServer, tables: BoardTable[], role: User["role"]) {
    this.server = server;
    this.board = board(...tables);
    this.user = { id: "user-1", username: "kim", role };
    server.handler = (request, response) => { this.#answer(request, response); };
  }

  /** `again`: as after a reload, with what the browser has kept. */
  open({ again = false } = {}): ReturnType<typeof render> {
    const client = createStaffClient(this.server.origin);
    const { user } = this;
    if (!again) client.session.signIn({ access: "token-1", refresh: "refresh-1", expires_at: "2026-02-10T02:00:00Z", store, user });
    return render(<App client={client} />);
  }

  /** Something happens in the store: the next line of its event log. */
  happen<Type extends StoreEvent["type"]>(type: Type, data: Extract<StoreEvent, { type: Type }>["data"]): void {
    const id = SNAPSHOT + this.#log.length + 1;
    const text = `id: ${id}\nevent: ${type}\ndata: ${JSON.stringify(data)}\n\n`;
    this.#log.push({ id, text });
    for (const stream of this.#streams) stream.write(text);
  }

  on(call: string, answer: Answer): void {
    this.answers.set(call, answer);
  }

  sent(call: string): unknown[] {
    return this.server.received.filter(({ method, path }) => `${method} ${path}` === call).map(({ body }) => body);
  }

  #answer(request: Received, response: ServerResponse): void {
    const call = `${request.method} ${request.path}`;
    const told = this.answers.get(call);
    if (told) told(response, request);
    else if (call === "GET /api/v1/staff/board") sendJson(response, 200, this.board);
    else if (call === "GET /api/v1/auth/me") sendJson(response, 200, { role: "staff", store: this.store, user: this.user });
    else if (call === "GET /api/v1/staff/events") this.#stream(response, Number(request.headers["last-event-id"]));
    else refuse(response, 404, "not_found");
  }

  #stream(response: ServerResponse, lastEventId: number): void {
    response.writeHead(200, { "Content-Type": "text/event-stream" });
    response.write("retry: 2000\n\n");
    for (const { id, text } of this.#log) if (id > lastEventId) response.write(text);
    this.#streams.push(response);
  }
}

export async function staffBoard(tables: BoardTable[], role: User["role"] = "staff"): Promise<StaffBoard> {
  const server = await serve(() => undefined);
  return new StaffBoard(server, tables, role);
}
