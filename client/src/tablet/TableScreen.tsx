import { useEffect, useState } from "react";

import type { Table } from "../shared/api/types";
import type { TabletClient } from "./client";
import { Farewell } from "./Farewell";
import { OrderDialog } from "./ordering/OrderDialog";
import { Placed } from "./ordering/Placed";
import { Screens } from "./Screens";
import { createTablet } from "./tablet";
import { TabletContext, usePhase, useTable } from "./TabletContext";

interface TableScreenProps {
  client: TabletClient;
  table: Table;
  onMove: () => void;
}

export function TableScreen({ client, table, onMove }: TableScreenProps) {
  const [tablet] = useState(() => createTablet(client, table));
  useEffect(() => tablet.start(), [tablet]);
  return (
    <TabletContext value={tablet}>
      <CurrentScreen onMove={onMove} />
      <OrderDialog />
    </TabletContext>
  );
}

type View = "menu" | "orders";

function CurrentScreen({ onMove }: { onMove: () => void }) {
  const phase = usePhase();
  const farewell = useTable((state) => state.farewell);
  const visit = useTable((state) => state.visit);
  const [view, setView] = useState<View>("menu");
  const [seenVisit, setSeenVisit] = useState(visit);
  if (visit !== seenVisit) {
    setSeenVisit(visit);
    setView("menu");
  }
  if (farewell) return <Farewell key={visit} lastOrder={farewell.lastOrder} />;
  if (phase.kind === "placed") return <Placed order={phase.order} onLeave={setView} />;
  return <Screens key={visit} view={view} onView={setView} onMove={onMove} />;
}
