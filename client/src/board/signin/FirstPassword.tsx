import { useState } from "react";

import { SignIn } from "../../shared/signin/SignIn";
import { Button } from "../../shared/ui/Button";
import { useWords } from "../../shared/words/dictionary";
import type { Credentials, StaffClient } from "../client";
import { boardWords } from "../words";
import { NewPassword } from "./NewPassword";
import { newPassword, type Why, whyNot } from "./newPassword";
import { signInWords } from "./words";

interface FirstPasswordProps {
  client: StaffClient;
  /** What somebody has signed in with whose password another person made. */
  given: Credentials;
  onBack: () => void;
}

/** The shift begins with a password that nobody else knows. */
export function FirstPassword({ client, given, onBack }: FirstPasswordProps) {
  const words = { ...useWords(boardWords), ...useWords(signInWords) };
  const [why, setWhy] = useState<Why | null>(null);
  const choose = async (form: FormData) => {
    const chosen = newPassword(form);
    setWhy(chosen === null ? "different" : null);
    if (chosen === null) return;
    await client.choosePassword({ ...given, new_password: chosen }).catch((error: unknown) => { setWhy(whyNot(error)); });
  };
  return (
    <SignIn title={words.choosePassword} action={words.chooseAndStart} signIn={choose}>
      <p>{words.chooseWhy(given.username)}</p>
      {/* For the browser's own list of passwords. */}
      <input hidden readOnly name="username" autoComplete="username" value={given.username} />
      <NewPassword why={why} isFirst />
      <Button onClick={onBack}>{words.back}</Button>
    </SignIn>
  );
}
