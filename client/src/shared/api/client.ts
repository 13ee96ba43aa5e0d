import createClient, { type Client } from "openapi-fetch";

import { currentLanguage } from "../words/language";
import { errorOf, Unreachable } from "./errors";
import type { paths } from "./schema";
import type { Tokens } from "./session";

export type Api = Client<paths>;

interface Options {
  origin: string;
  /** Left out by the calls that need no sign-in. */
  tokens?: Tokens;
  timeLimit?: number;
}

const TIME_LIMIT = 8000;

/** Typed calls that either answer or throw `Refusal` or `Unreachable`, renewing the token when it has run out. */
export function createApi({ origin, tokens, timeLimit = TIME_LIMIT }: Options): Api {
  return createClient<paths>({
    baseUrl: origin,
    fetch: (request) => (tokens ? askSignedIn(request, tokens, timeLimit) : ask(request, null, timeLimit).then(accept)),
  });
}

/** What a call answers, without the wrapping: `await answer(api.GET("/api/v1/menu"))`. */
export async function answer<Data>(call: Promise<{ data?: Data }>): Promise<NonNullable<Data>> {
  const { data } = await call;
  if (data === undefined || data === null) throw new Unreachable("foreign");
  return data;
}

async function askSignedIn(request: Request, tokens: Tokens, timeLimit: number): Promise<Response> {
  const access = tokens.access();
  const reply = await ask(request.clone(), access, timeLimit);
  if (reply.status !== 401 || access === null) return accept(reply);
  const renewed = await tokens.renew(access);
  return accept(renewed === null ? reply : await ask(request, renewed, timeLimit));
}

interface Reply {
  status: number;
  headers: Headers;
  text: string;
}

async function ask(request: Request, access: string | null, timeLimit: number): Promise<Reply> {
  const limit = new AbortController();
  const abort = () => {
    limit.abort();
  };
  const timer = setTimeout(abort, timeLimit);
  request.signal.addEventListener("abort", abort);
  try {
    const response = await fetch(new Request(request, { headers: headersFor(request, access), signal: limit.signal }));
    // Read here, so that an answer that stops half-way meets the limit too.
    return { status: response.status, headers: response.headers, text: await response.text() };
  } catch (error) {
    if (request.signal.aborted) throw error;
    throw new Unreachable(limit.signal.aborted ? "timeout" : "network");
  } finally {
    clearTimeout(timer);
    request.signal.removeEventListener("abort", abort);
  }
}

function headersFor(request: Request, access: string | null): Headers {
  const headers = new Headers(request.headers);
  headers.set("Accept-Language", currentLanguage());
  if (access !== null) headers.set("Authorization", `Bearer ${access}`);
  return headers;
}

function accept({ status, headers, text }: Reply): Response {
  const body = parsed(text);
  if (status >= 400) throw errorOf(status, body, headers);
  const isEmpty = status === 204 || status === 304;
  if (body === undefined && !isEmpty) throw new Unreachable("foreign");
  return new Response(isEmpty ? null : text, { status, headers });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
