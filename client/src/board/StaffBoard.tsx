import { QueryClientProvider } from "@tanstack/react-query";
import { useEffect, useState } from "react";

import type { Store, User } from "../shared/api/types";
import { Board } from "./Board";
import type { StaffClient } from "./client";
import { BoardContext } from "./context";
import { createLiveBoard } from "./live/liveBoard";

/** One person's board from sign-in to sign-out. */
export function StaffBoard({ client, store, user }: { client: StaffClient; store: Store; user: User }) {
  const [live] = useState(() => createLiveBoard(client));
  useEffect(() => live.start(), [live]);
  return (
    <QueryClientProvider client={live.queries}>
      <BoardContext value={{ client, live, store, user }}>
        <Board />
      </BoardContext>
    </QueryClientProvider>
  );
}
