import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

import { onTestFinished } from "vitest";

export interface Received {
  method: string;
  path: string;
  headers: IncomingMessage["headers"];
  body: unknown;
}

type Handler = (request: Received, response: ServerResponse) => void;

/** A real HTTP server for one test, which can be killed and come back on the same port. */
export class TestServer {
  readonly received: Received[] = [];
  handler: Handler;
  #server: Server | null = null;
  #port = 0;

  constructor(handler: Handler) {
    this.handler = handler;
  }

  get origin(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  to(path: string): Received[] {
    return this.received.filter((request) => request.path === path);
  }

  async listen(): Promise<void> {
    const server = createServer((request, response) => void this.#handle(request, response));
    await new Promise<void>((resolve) => server.listen(this.#port, "127.0.0.1", resolve));
    this.#port = (server.address() as AddressInfo).port;
    this.#server = server;
  }

  /** As a killed process: every connection breaks off at once. */
  async kill(): Promise<void> {
    const server = this.#server;
    if (server === null) return;
    this.#server = null;
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeAllConnections();
    await closed;
  }

  async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString();
    const received: Received = {
      method: request.method ?? "",
      path: request.url ?? "",
      headers: request.headers,
      body: text === "" ? null : (JSON.parse(text) as unknown),
    };
    this.received.push(received);
    response.setHeader("Access-Control-Allow-Origin", "*");
    response.setHeader("Access-Control-Allow-Headers", "*, Authorization");
    if (request.method === "OPTIONS") response.end();
    else this.handler(received, response);
  }
}

export async function serve(handler: Handler): Promise<TestServer> {
  const server = new TestServer(handler);
  await server.listen();
  onTestFinished(() => server.kill());
  return server;
}

export function sendJson(response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}): void {
  response.writeHead(status, { "Content-Type": "application/json", ...headers });
  response.end(JSON.stringify(body));
}

export function refuse(response: ServerResponse, status: number, code: string, headers: Record<string, string> = {}): void {
  sendJson(response, status, { type: "client_error", errors: [{ code, detail: `Because of ${code}.`, attr: null }] }, headers);
}
