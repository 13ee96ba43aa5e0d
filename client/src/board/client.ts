import { answer, type Api, createApi } from "../shared/api/client";
import { createSession, type Session } from "../shared/api/session";
import type { Store, User } from "../shared/api/types";
import { isRecord, keep } from "../shared/storage";
import { unlock } from "./lock/lock";

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
  /** Gives this person another PIN; whoever is signed in stays so. */
  setPin: (credentials: Credentials & { pin: string }) => Promise<void>;
  /** Signs a colleague in by their PIN, and whoever was signed in here out. */
  takeOver: (userId: string, pin: string) => Promise<void>;
}

export function createStaffClient(origin: string): StaffClient {
  const anyone = createApi({ origin });
  const kept = keep("staff", 1, isStaffMember);
  const session = createSession<StaffMember>(kept, ({ refresh }) =>
    answer(anyone.POST("/api/v1/auth/staff/refresh", { body: { refresh } })),
  );
  const api = createApi({ origin, tokens: session });
  const begin = (member: StaffMember) => {
    unlock();
    session.signIn(member);
  };
  // The browser's other tabs are the same person's, whose former tokens have ended.
  window.addEventListener("storage", ({ key }) => { if (key === kept.key) session.state.setState(kept.read(), true); });
  return {
    origin,
    api,
    session,
    signIn: async (body) => { begin(await answer(anyone.POST("/api/v1/auth/staff/login", { body }))); },
    choosePassword: async (body) => { begin(await answer(anyone.POST("/api/v1/auth/staff/password", { body }))); },
    setPin: async (body) => { await anyone.POST("/api/v1/auth/staff/pin", { body }); },
    takeOver: async (user, pin) => { begin(await answer(api.POST("/api/v1/staff/take-over", { body: { user, pin } }))); },
  };
}

function isStaffMember(value: unknown): value is StaffMember {
  return isRecord(value) && typeof value.refresh === "string" && isRecord(value.store) && isRecord(value.user);
}
