import { answer, type Api, createApi } from "../shared/api/client";
import { createSession, type Session } from "../shared/api/session";
import type { Store, User } from "../shared/api/types";
import { isRecord, keep } from "../shared/storage";

/** The person at this board. */
export interface StaffMember {
  access: string;
  refresh: string;
  expires_at: string;
  store: Store;
  user: User;
}

export interface Credentials {
  store_code: string;
  username: string;
  password: string;
}

export interface StaffClient {
  origin: string;
  api: Api;
  session: Session<StaffMember>;
  signIn: (credentials: Credentials) => Promise<void>;
  /** Signs in with another password from now on. Every other device of this person is signed out. */
  choosePassword: (credentials: Credentials & { new_password: string }) => Promise<void>;
}

export function createStaffClient(origin: string): StaffClient {
  const anyone = createApi({ origin });
  const session = createSession<StaffMember>(keep("staff", 1, isStaffMember), ({ refresh }) =>
    answer(anyone.POST("/api/v1/auth/staff/refresh", { body: { refresh } })),
  );
  return {
    origin,
    api: createApi({ origin, tokens: session }),
    session,
    signIn: async (body) => {
      session.signIn(await answer(anyone.POST("/api/v1/auth/staff/login", { body })));
    },
    choosePassword: async (body) => {
      session.signIn(await answer(anyone.POST("/api/v1/auth/staff/password", { body })));
    },
  };
}

function isStaffMember(value: unknown): value is StaffMember {
  return isRecord(value) && typeof value.refresh === "string" && isRecord(value.store) && isRecord(value.user);
}
