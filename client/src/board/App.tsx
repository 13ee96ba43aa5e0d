import { useSession } from "../shared/api/session";
import type { StaffClient } from "./client";
import { StaffBoard } from "./StaffBoard";
import { StaffSignIn } from "./StaffSignIn";

export function App({ client }: { client: StaffClient }) {
  const member = useSession(client.session);
  if (member === null) return <StaffSignIn client={client} />;
  const { store, user } = member;
  return <StaffBoard key={`${store.id} ${user.id}`} client={client} store={store} user={user} />;
}
