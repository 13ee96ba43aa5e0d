import { lazy, Suspense, useDeferredValue, useEffect, useInsertionEffect, useState } from "react";
import { useStore } from "zustand";

import type { Table } from "../shared/api/types";
import type { TabletClient } from "./client";
import { Farewell } from "./Farewell";
import { loadScreens, PARTS } from "./parts";
import { Attract } from "./rest/Attract";
import { StillThere } from "./rest/StillThere";
import { useTouches } from "./rest/useTouches";
import { useWakeLock } from "./rest/useWakeLock";
import { Skeleton } from "./Skeleton";
import { createTablet, type Tablet } from "./tablet";
import { TabletContext, usePhase, useTable, useTablet } from "./TabletContext";

const Screens = lazy(loadScreens);
const OrderDialog = lazy(PARTS.order);
const Placed = lazy(PARTS.placed);
const Identified = lazy(PARTS.identified);

interface TableScreenProps {
  client: TabletClient;
  table: Table;
  onMove: () => void;
}

export function TableScreen({ client, table, onMove }: TableScreenProps) {
  const [tablet] = useState(() => createTablet(client, table));
  useEffect(() => tablet.start(), [tablet]);
  useReleases(tablet);
  // What guests touch next is fetched behind what they look at, so that it is there without a connection too.
  useEffect(() => { for (const load of [loadScreens, ...Object.values(PARTS)]) load().catch(() => undefined); }, []);
  return (
    <TabletContext value={tablet}>
      <Visits onMove={onMove} />
      <Suspense><OrderDialog /></Suspense>
    </TabletContext>
  );
}

function useReleases(tablet: Tablet): void {
  useEffect(() => {
    let stop: (() => void) | null = () => undefined;
    PARTS.releases().then(({ followReleases }) => { stop &&= followReleases(tablet); }, () => undefined);
    return () => {
      stop?.();
      stop = null;
    };
  }, [tablet]);
}

/** Guests who leave take every choice on the screen with them: the next ones get a new one. */
function Visits({ onMove }: { onMove: () => void }) {
  const { preferences } = useTablet();
  const visit = useTable((state) => state.visit);
  // All that stands on the screen changes its size: the touch itself is answered first.
  const easy = useDeferredValue(useStore(preferences.state, (choices) => choices.easy));
  const isResting = useIsResting();
  const isIdentified = useTable((state) => state.isIdentified);
  useTouches();
  useWakeLock();
  // With the screens that are made for it and before one of their buttons takes the focus: they are not laid out twice.
  useInsertionEffect(() => {
    document.documentElement.toggleAttribute("data-easy", easy);
    return () => { document.documentElement.removeAttribute("data-easy"); };
  }, [easy]);
  return (
    <>
      <Visit key={visit} onMove={onMove} />
      {!isResting && <StillThere />}
      {isIdentified && <Suspense><Identified /></Suspense>}
    </>
  );
}

function useIsResting(): boolean {
  return useTable((state) => state.isResting && !state.bill?.session);
}

function Visit({ onMove }: { onMove: () => void }) {
  const phase = usePhase();
  const farewell = useTable((state) => state.farewell);
  const isResting = useIsResting();
  const [view, setView] = useState<"menu" | "orders">("menu");
  if (farewell) return <Farewell {...farewell} />;
  if (phase.kind === "placed") return <Suspense><Placed order={phase.order} onLeave={setView} /></Suspense>;
  if (isResting && phase.kind === "idle") return <Attract onMove={onMove} />;
  return (
    <Suspense fallback={<Skeleton />}>
      <Screens view={view} onView={setView} onMove={onMove} />
    </Suspense>
  );
}
