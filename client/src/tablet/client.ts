import { answer, type Api, createApi } from "../shared/api/client";
import { createSession, type Session } from "../shared/api/session";
import type { Store, Table } from "../shared/api/types";
import { isRecord, keep } from "../shared/storage";
import { chooseLanguage, interfaceLanguage } from "../shared/words/language";

/** The table this tablet stands on. */
export interface Seat {
  access: string;
  expires_at: string;
  tablet_secret: string;
  store: Store;
  table: Table;
}

export interface TabletClient {
  origin: string;
  api: Api;
  session: Session<Seat>;
  signIn: (credentials: { store_code: string; table_number: number; pin: string }) => Promise<void>;
  /** By the one-time code that a manager's screen shows. */
  pair: (code: string) => Promise<void>;
  /** Asks the server whether this is the PIN of the tablet's own table. */
  signInAgain: (pin: string) => Promise<void>;
  /** This device is nobody's tablet any more, also for the server where it can be told. */
  disconnect: () => void;
  /** Whether staff have just done that here. */
  isDisconnected: () => boolean;
}

export function createTabletClient(origin: string): TabletClient {
  const anyone = createApi({ origin });
  const session = createSession<Seat>(keep("tablet", 1, isSeat), ({ tablet_secret }) =>
    answer(anyone.POST("/api/v1/auth/table/renew", { body: { tablet_secret } })),
  );
  let isDisconnected = false;
  /** So that a device that is connected anew stays one tablet. */
  const secret = () => {
    const seat = session.state.getState();
    return seat && { tablet_secret: seat.tablet_secret };
  };
  const take = (seat: Seat) => {
    // Guests begin in the store's language, whatever the person used who set the tablet up.
    chooseLanguage(interfaceLanguage(seat.store.default_language));
    isDisconnected = false;
    session.signIn(seat);
  };
  return {
    origin,
    api: createApi({ origin, tokens: session }),
    session,
    isDisconnected: () => isDisconnected,
    signIn: async (body) => { take(await answer(anyone.POST("/api/v1/auth/table/login", { body: { ...body, ...secret() } }))); },
    pair: async (code) => { take(await answer(anyone.POST("/api/v1/auth/table/pair", { body: { code, ...secret() } }))); },
    signInAgain: async (pin) => {
      const seat = session.state.getState();
      if (seat === null) return;
      const body = { store_code: seat.store.code, table_number: seat.table.number, pin, ...secret() };
      session.signIn(await answer(anyone.POST("/api/v1/auth/table/login", { body })));
    },
    disconnect: () => {
      const body = secret();
      isDisconnected = true;
      session.signOut();
      // Without a connection the manager's list goes on showing it, until somebody revokes it there.
      if (body) anyone.POST("/api/v1/auth/table/logout", { body }).catch(() => undefined);
    },
  };
}

function isSeat(value: unknown): value is Seat {
  return isRecord(value) && typeof value.tablet_secret === "string" && isRecord(value.store) && isRecord(value.table);
}
