import { useState } from "react";

import { useSession } from "../shared/api/session";
import type { TabletClient } from "./client";
import { ConnectTable } from "./ConnectTable";
import { TableScreen } from "./TableScreen";

export function App({ client }: { client: TabletClient }) {
  const seat = useSession(client.session);
  const [isMoving, setIsMoving] = useState(false);
  if (seat === null) return <ConnectTable client={client} />;
  // The table's PIN guards this: who does not know one can only go back.
  if (isMoving) return <ConnectTable client={client} onDone={() => { setIsMoving(false); }} />;
  return <TableScreen key={seat.table.id} client={client} table={seat.table} onMove={() => { setIsMoving(true); }} />;
}
