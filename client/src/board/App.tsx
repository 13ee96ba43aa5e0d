import { useSession } from "../shared/api/session";
import type { StaffClient } from "./client";
import { usePage } from "./route";
import { StaffSignIn } from "./signin/StaffSignIn";
import { StaffBoard } from "./StaffBoard";
import { useAppliedTheme } from "./theme/theme";

export function App({ client }: { client: StaffClient }) {
  const member = useSession(client.session);
  // A bright wall screen blinds the cooks.
  useAppliedTheme(usePage() === "kitchen" && member !== null ? "dark" : undefined);
  if (member === null) return <StaffSignIn client={client} />;
  const { store, user } = member;
  return <StaffBoard key={store.id} client={client} store={store} user={user} />;
}
