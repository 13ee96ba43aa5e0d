import { useState } from "react";

import { Refusal, Unreachable } from "../api/errors";
import { useNow } from "../time";

export type SignInFault = { kind: "credentials" | "offline" | "unavailable" } | { kind: "locked"; seconds: number };

type Failure = { kind: "credentials" | "offline" | "unavailable" } | { kind: "locked"; until: number };

/** Runs a sign-in, and says what went wrong with the last one. While the login is locked nothing is sent. */
export function useSignIn(signIn: (form: FormData) => Promise<void>): {
  submit: (form: FormData) => Promise<void>;
  busy: boolean;
  fault: SignInFault | null;
} {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const now = useNow(1000, failure?.kind === "locked");
  const fault = faultOf(failure, now);

  const submit = async (form: FormData) => {
    if (busy || fault?.kind === "locked") return;
    setBusy(true);
    setFailure(null);
    try {
      await signIn(form);
    } catch (error) {
      setFailure(failureOf(error));
    } finally {
      setBusy(false);
    }
  };
  return { submit, busy, fault };
}

const LOCK_WITHOUT_A_TIME = 60;

function failureOf(error: unknown): Failure {
  if (error instanceof Refusal && error.status === 429) {
    return { kind: "locked", until: Date.now() + (error.retryAfter ?? LOCK_WITHOUT_A_TIME) * 1000 };
  }
  if (error instanceof Refusal) return { kind: "credentials" };
  if (error instanceof Unreachable) return { kind: error.reason === "server" ? "unavailable" : "offline" };
  throw error;
}

function faultOf(failure: Failure | null, now: number): SignInFault | null {
  if (failure?.kind !== "locked") return failure;
  const seconds = Math.ceil((failure.until - now) / 1000);
  return seconds > 0 ? { kind: "locked", seconds } : null;
}
