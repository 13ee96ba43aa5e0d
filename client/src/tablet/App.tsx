import { lazy, Suspense, useState } from "react";

import { useSession } from "../shared/api/session";
import type { TabletClient } from "./client";
import { useLink } from "./link";
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
  const { link, forget } = useLink();
  const [isMoving, setIsMoving] = useState(false);
  const [hadSeat, setHadSeat] = useState(false);
  if (seat !== null && !hadSeat) setHadSeat(true);
  const done = () => {
    setIsMoving(false);
    forget();
  };
  // On a tablet with a table the other table's PIN, or a code, guards this: who does not know it can only go back.
  if (seat === null || isMoving || link) {
    // Guests who sit in front of it know nothing of tables and PINs.
    const isRevoked = seat === null && hadSeat && !client.isDisconnected();
    return <ConnectTable key={link?.key} client={client} link={link} hasTable={seat !== null} isRevoked={isRevoked} onDone={done} />;
  }
  return <TableScreen key={seat.table.id} client={client} table={seat.table} onMove={() => { setIsMoving(true); }} />;
}
