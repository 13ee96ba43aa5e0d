import { useSession } from "../shared/api/session";
import { Button } from "../shared/ui/Button";
import { useWords } from "../shared/words/dictionary";
import type { StaffClient } from "./client";
import { StaffSignIn } from "./StaffSignIn";
import { boardWords } from "./words";

export function App({ client }: { client: StaffClient }) {
  const member = useSession(client.session);
  const words = useWords(boardWords);
  if (member === null) return <StaffSignIn client={client} />;
  return (
    <main>
      <h1>{member.store.name}</h1>
      <p>{member.user.username}</p>
      <Button onClick={client.session.signOut}>{words.signOut}</Button>
    </main>
  );
}
