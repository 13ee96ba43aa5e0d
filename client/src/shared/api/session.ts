import { useStore } from "zustand";
import { createStore, type StoreApi } from "zustand/vanilla";

import type { Kept } from "../storage";
import { isFinal } from "./errors";

/** What a call needs to prove who is asking. */
export interface Tokens {
  access: () => string | null;
  /** A token newer than `stale`, or null when the sign-in is over. Throws `Unreachable` when nobody could be asked. */
  renew: (stale: string) => Promise<string | null>;
}

export interface SignedIn {
  access: string;
}

/** Who is signed in on this device, kept over reloads. */
export interface Session<S extends SignedIn> extends Tokens {
  state: StoreApi<S | null>;
  signIn: (signedIn: S) => void;
  update: (changes: Partial<S>) => void;
  signOut: () => void;
}

export function createSession<S extends SignedIn>(
  kept: Kept<S>,
  askRenewal: (signedIn: S) => Promise<Partial<S>>,
): Session<S> {
  const state = createStore<S | null>(() => kept.read());
  let renewing: Promise<string | null> | null = null;

  const set = (signedIn: S | null) => {
    if (signedIn === null) kept.clear();
    else kept.write(signedIn);
    state.setState(signedIn, true);
  };
  const access = () => state.getState()?.access ?? null;
  const update = (changes: Partial<S>) => {
    const signedIn = state.getState();
    if (signedIn !== null) set({ ...signedIn, ...changes });
  };

  const replace = async (signedIn: S): Promise<string | null> => {
    // Someone may sign in or out while the server is asked: then its answer is about nobody.
    const unchanged = () => access() === signedIn.access;
    try {
      const changes = await askRenewal(signedIn);
      if (unchanged()) update(changes);
    } catch (error) {
      if (!isFinal(error)) throw error;
      if (unchanged()) set(null);
    }
    return access();
  };

  const renew = (stale: string): Promise<string | null> => {
    const signedIn = state.getState();
    if (signedIn?.access !== stale) return Promise.resolve(access());
    renewing ??= replace(signedIn).finally(() => {
      renewing = null;
    });
    return renewing;
  };

  return {
    state,
    access,
    renew,
    update,
    signIn: set,
    signOut: () => {
      set(null);
    },
  };
}

export function useSession<S extends SignedIn>(session: Session<S>): S | null {
  return useStore(session.state);
}
