export interface Fault {
  code: string;
  detail: string;
  attr: string | null;
}

interface RefusalBody {
  type: string;
  errors: Fault[];
}

/** The server understood and said no. `body` is its whole answer, with what some refusals add to it. */
export class Refusal extends Error {
  readonly status: number;
  readonly errors: Fault[];
  readonly retryAfter: number | null;
  readonly body: Readonly<Record<string, unknown>>;

  constructor(status: number, body: RefusalBody, retryAfter: number | null) {
    super(`Refused with ${status}: ${body.errors.map((fault) => fault.code).join(", ")}`);
    this.name = "Refusal";
    this.status = status;
    this.errors = body.errors;
    this.retryAfter = retryAfter;
    this.body = { ...body };
  }

  has(code: string): boolean {
    return this.errors.some((fault) => fault.code === code);
  }
}

/** `foreign`: something answered that is not our server, such as a proxy or a Wi-Fi sign-in page. */
export type UnreachableReason = "network" | "timeout" | "server" | "foreign";

/** No answer to rely on: the server may or may not have done what was asked. */
export class Unreachable extends Error {
  readonly reason: UnreachableReason;
  readonly retryAfter: number | null;

  constructor(reason: UnreachableReason, retryAfter: number | null = null) {
    super(`No answer: ${reason}`);
    this.name = "Unreachable";
    this.reason = reason;
    this.retryAfter = retryAfter;
  }
}

const NOT_FINAL = [408, 425, 429];

/** Whether asking the same again can only get the same answer. */
export function isFinal(error: unknown): error is Refusal {
  return error instanceof Refusal && !NOT_FINAL.includes(error.status);
}

function isRefusalBody(body: unknown): body is RefusalBody {
  return typeof body === "object" && body !== null && "errors" in body && Array.isArray(body.errors);
}

/** The error that a failed answer stands for. */
export function errorOf(status: number, body: unknown, headers: Headers): Refusal | Unreachable {
  const retryAfter = secondsToWait(headers.get("Retry-After"));
  if (status >= 500) return new Unreachable("server", retryAfter);
  if (isRefusalBody(body)) return new Refusal(status, body, retryAfter);
  return new Unreachable("foreign", retryAfter);
}

function secondsToWait(header: string | null): number | null {
  if (header === null) return null;
  const seconds = /^\d+$/.test(header) ? Number(header) : (Date.parse(header) - Date.now()) / 1000;
  return Number.isNaN(seconds) ? null : Math.max(0, Math.ceil(seconds));
}
