import { QueryClientProvider } from "@tanstack/react-query";
import { lazy, Suspense, useEffect, useState } from "react";
import { useStore } from "zustand";

import type { Store, User } from "../shared/api/types";
import { useWords } from "../shared/words/dictionary";
import { Board } from "./Board";
import type { StaffClient } from "./client";
import { BoardContext, useBoardContext } from "./context";
import { createDevice } from "./device";
import { createLiveBoard } from "./live/liveBoard";
import { createLock } from "./lock/lock";
import { LockScreen } from "./lock/LockScreen";
import { AutoPrinter } from "./print/AutoPrinter";
import { createPrinting } from "./print/printing";
import { usePage } from "./route";
import { boardWords } from "./words";

const Kitchen = lazy(() => import("./kitchen/Kitchen").then(({ Kitchen }) => ({ default: Kitchen })));
const History = lazy(() => import("./history/History").then(({ History }) => ({ default: History })));
const PrintLayer = lazy(() => import("./print/PrintLayer").then(({ PrintLayer }) => ({ default: PrintLayer })));

/** A board from sign-in to sign-out. A colleague who takes it over finds it live, with its sound, and none of the other's half-done things. */
export function StaffBoard({ client, store, user }: { client: StaffClient; store: Store; user: User }) {
  const [device] = useState(createDevice);
  const [printing] = useState(() => createPrinting(store.id));
  const [lock] = useState(() => createLock(device));
  const [live] = useState(() => createLiveBoard(client, device));
  useEffect(() => live.start(), [live]);
  return (
    <QueryClientProvider client={live.queries}>
      <BoardContext value={{ client, live, device, lock, printing, store, user }}>
        <Suspense fallback={<Loading />}>
          <CurrentPage key={user.id} />
        </Suspense>
        <AutoPrinter />
        <Printer />
        <LockScreen />
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
    case "history":
      return <History />;
  }
}

/** The paper is laid out only where something is printed. */
function Printer() {
  const { queue } = useBoardContext().printing;
  const isNeeded = useStore(queue, (sheets) => sheets.length > 0);
  return isNeeded && <Suspense><PrintLayer /></Suspense>;
}

function Loading() {
  return <main className="board__loading"><p role="status">{useWords(boardWords).loading}</p></main>;
}
