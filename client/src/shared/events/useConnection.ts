import { useStore } from "zustand";
import type { StoreApi } from "zustand/vanilla";

import { useNow } from "../time";
import type { Connection } from "./feed";

/** The connection as a screen shows it: `silentFor` counts the seconds since the server last spoke, null if it never did. */
export function useConnection(connection: StoreApi<Connection>): {
  state: Connection["state"];
  lastMessageAt: number | null;
  silentFor: number | null;
} {
  const { state, lastMessageAt } = useStore(connection);
  const now = useNow(1000, state !== "live");
  if (lastMessageAt === null) return { state, lastMessageAt, silentFor: null };
  return { state, lastMessageAt, silentFor: state === "live" ? 0 : Math.max(0, Math.floor((now - lastMessageAt) / 1000)) };
}
