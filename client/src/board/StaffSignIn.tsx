import { entry } from "../shared/signin/entry";
import { SignIn } from "../shared/signin/SignIn";
import { Field } from "../shared/ui/Field";
import { useWords } from "../shared/words/dictionary";
import { sharedWords } from "../shared/words/sharedWords";
import type { StaffClient } from "./client";
import { boardWords } from "./words";

export function StaffSignIn({ client }: { client: StaffClient }) {
  const words = useWords(boardWords);
  const shared = useWords(sharedWords);
  const signIn = (form: FormData) =>
    client.signIn({
      store_code: entry(form, "store_code").trim(),
      username: entry(form, "username").trim(),
      password: entry(form, "password"),
    });
  return (
    <SignIn title={words.staffSignIn} action={words.signIn} signIn={signIn}>
      <Field label={shared.storeCode} name="store_code" required autoComplete="organization" autoCapitalize="none" />
      <Field label={words.username} name="username" required autoComplete="username" autoCapitalize="none" />
      <Field label={words.password} name="password" type="password" required autoComplete="current-password" />
    </SignIn>
  );
}
