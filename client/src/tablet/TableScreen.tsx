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
      <Visits onMove={onMove} />
      <OrderDialog />
    </TabletContext>
  );
}

/** Guests who leave take every choice on the screen with them: the next ones get a new one. */
function Visits({ onMove }: { onMove: () => void }) {
  const visit = useTable((state) => state.visit);
  return <Visit key={visit} onMove={onMove} />;
}

function Visit({ onMove }: { onMove: () => void }) {
  const phase = usePhase();
  const farewell = useTable((state) => state.farewell);
  const [view, setView] = useState<"menu" | "orders">("menu");
  if (farewell) return <Farewell lastOrder={farewell.lastOrder} />;
  if (phase.kind === "placed") return <Placed order={phase.order} onLeave={setView} />;
  return <Screens view={view} onView={setView} onMove={onMove} />;
}
