import { useState } from "react";

import { Refusal } from "../../shared/api/errors";
import { entry } from "../../shared/signin/entry";
import { SignIn } from "../../shared/signin/SignIn";
import { Field } from "../../shared/ui/Field";
import { useWords } from "../../shared/words/dictionary";
import { sharedWords } from "../../shared/words/sharedWords";
import type { Credentials, StaffClient } from "../client";
import { boardWords } from "../words";
import { FirstPassword } from "./FirstPassword";

export function StaffSignIn({ client }: { client: StaffClient }) {
  const words = useWords(boardWords);
  const shared = useWords(sharedWords);
  const [given, setGiven] = useState<Credentials | null>(null);
  const signIn = async (form: FormData) => {
    const credentials = {
      store_code: entry(form, "store_code").trim(),
      username: entry(form, "username").trim(),
      password: entry(form, "password"),
    };
    try {
      await client.signIn(credentials);
    } catch (error) {
      if (!(error instanceof Refusal && error.has("password_change_required"))) throw error;
      setGiven(credentials);
    }
  };
  if (given) return <FirstPassword client={client} given={given} onBack={() => { setGiven(null); }} />;
  return (
    <SignIn title={words.staffSignIn} action={words.signIn} signIn={signIn}>
      <Field label={shared.storeCode} name="store_code" required autoComplete="organization" autoCapitalize="none" />
      <Field label={words.username} name="username" required autoComplete="username" autoCapitalize="none" />
      <Field label={words.password} name="password" type="password" required autoComplete="current-password" />
    </SignIn>
  );
}
