import { useSession } from "../shared/api/session";
import { useWords } from "../shared/words/dictionary";
import type { TabletClient } from "./client";
import { ConnectTable } from "./ConnectTable";
import { tabletWords } from "./words";

export function App({ client }: { client: TabletClient }) {
  const seat = useSession(client.session);
  const words = useWords(tabletWords);
  if (seat === null) return <ConnectTable client={client} />;
  return (
    <main>
      <h1>{words.table(seat.table.number)}</h1>
      <p>{seat.store.name}</p>
    </main>
  );
}
