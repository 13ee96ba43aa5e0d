import { QueryClientProvider } from "@tanstack/react-query";
import { lazy, Suspense, useEffect, useState } from "react";

import type { Store, User } from "../shared/api/types";
import { useWords } from "../shared/words/dictionary";
import { Board } from "./Board";
import type { StaffClient } from "./client";
import { BoardContext } from "./context";
import { createDevice } from "./device";
import { createLiveBoard } from "./live/liveBoard";
import { usePage } from "./route";
import { boardWords } from "./words";

const Kitchen = lazy(() => import("./kitchen/Kitchen").then(({ Kitchen }) => ({ default: Kitchen })));

/** One person's board from sign-in to sign-out. */
export function StaffBoard({ client, store, user }: { client: StaffClient; store: Store; user: User }) {
  const [device] = useState(createDevice);
  const [live] = useState(() => createLiveBoard(client, device));
  useEffect(() => live.start(), [live]);
  return (
    <QueryClientProvider client={live.queries}>
      <BoardContext value={{ client, live, device, store, user }}>
        <Suspense fallback={<Loading />}>
          <CurrentPage />
        </Suspense>
      </BoardContext>
    </QueryClientProvider>
  );
}

function CurrentPage() {
  switch (usePage()) {
    case "board":
      return <Board />;
    case "kitchen":
      return <Kitchen />;
  }
}

function Loading() {
  return <main className="board__loading"><p role="status">{useWords(boardWords).loading}</p></main>;
}
