import "./SignIn.css";

import type { ReactNode, SubmitEvent } from "react";

import { Button } from "../ui/Button";
import { LanguageSwitch } from "../ui/LanguageSwitch";
import { useWords } from "../words/dictionary";
import { sharedWords } from "../words/sharedWords";
import { FaultNotice } from "./FaultNotice";
import { useSignIn } from "./useSignIn";

interface SignInProps {
  title: string;
  action: string;
  signIn: (form: FormData) => Promise<void>;
  /** The fields, whose names `signIn` reads. */
  children: ReactNode;
}

/** The page that stands before both screens. */
export function SignIn({ title, action, signIn, children }: SignInProps) {
  const words = useWords(sharedWords);
  const { submit, busy, fault } = useSignIn(signIn);
  const onSubmit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    void submit(new FormData(event.currentTarget));
  };
  return (
    <main className="sign-in">
      <h1>{title}</h1>
      <form className="sign-in__form" onSubmit={onSubmit}>
        {children}
        {fault && <FaultNotice fault={fault} />}
        <Button variant="primary" type="submit" disabled={busy || fault?.kind === "locked"}>
          {busy ? words.signingIn : action}
        </Button>
      </form>
      <LanguageSwitch />
    </main>
  );
}
