import { createContext, useContext } from "react";

import type { Store, User } from "../shared/api/types";
import type { StaffClient } from "./client";
import type { Device } from "./device";
import type { LiveBoard } from "./live/liveBoard";
import type { Lock } from "./lock/lock";
import type { Printing } from "./print/printing";

export interface BoardContent {
  client: StaffClient;
  live: LiveBoard;
  device: Device;
  lock: Lock;
  printing: Printing;
  store: Store;
  user: User;
}

export const BoardContext = createContext<BoardContent | null>(null);

/** What every part of a signed-in board works with. */
export function useBoardContext(): BoardContent {
  const content = useContext(BoardContext);
  if (content === null) throw new Error("There is no board around this");
  return content;
}
