import { lazy, Suspense, useState } from "react";

import { useSession } from "../shared/api/session";
import type { TabletClient } from "./client";
import { Recovery } from "./Recovery";
import { TableScreen } from "./TableScreen";

// A tablet needs this once: guests do not wait for it.
const ConnectTable = lazy(() => import("./ConnectTable"));

export function App({ client }: { client: TabletClient }) {
  return (
    <Recovery>
      <Suspense>
        <Seated client={client} />
      </Suspense>
    </Recovery>
  );
}

function Seated({ client }: { client: TabletClient }) {
  const seat = useSession(client.session);
  const [isMoving, setIsMoving] = useState(false);
  if (seat === null) return <ConnectTable client={client} />;
  // The other table's PIN guards this: who does not know it can only go back.
  if (isMoving) return <ConnectTable client={client} onDone={() => { setIsMoving(false); }} />;
  return <TableScreen key={seat.table.id} client={client} table={seat.table} onMove={() => { setIsMoving(true); }} />;
}
