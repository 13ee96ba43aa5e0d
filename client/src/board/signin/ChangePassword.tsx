import { type SubmitEvent, useState } from "react";

import { Refusal } from "../../shared/api/errors";
import { entry } from "../../shared/signin/entry";
import { Button } from "../../shared/ui/Button";
import { Dialog } from "../../shared/ui/Dialog";
import { Field } from "../../shared/ui/Field";
import { Notice } from "../../shared/ui/Notice";
import { useWords } from "../../shared/words/dictionary";
import { useBoardContext } from "../context";
import { Fault } from "../Fault";
import { useAction } from "../useAction";
import { boardWords } from "../words";
import { NewPassword } from "./NewPassword";
import { newPassword, type Why, whyNot } from "./newPassword";
import { signInWords } from "./words";

interface ChangePasswordProps {
  open: boolean;
  onClose: () => void;
}

/** Whoever may not enter the back office changes their password here. */
export function ChangePassword({ open, onClose }: ChangePasswordProps) {
  const words = useWords(signInWords);
  const [isDone, setIsDone] = useState(false);
  const close = () => {
    setIsDone(false);
    onClose();
  };
  return (
    <Dialog open={open} title={words.change} onClose={close}>
      {isDone ? <Done onClose={close} /> : <ChangeForm onDone={() => { setIsDone(true); }} onClose={close} />}
    </Dialog>
  );
}

function Done({ onClose }: { onClose: () => void }) {
  const words = { ...useWords(boardWords), ...useWords(signInWords) };
  return (
    <>
      <Notice tone="success">{words.changed}</Notice>
      <Button autoFocus onClick={onClose}>{words.close}</Button>
    </>
  );
}

function ChangeForm({ onDone, onClose }: { onDone: () => void; onClose: () => void }) {
  const words = { ...useWords(boardWords), ...useWords(signInWords) };
  const { client, store, user } = useBoardContext();
  const [why, setWhy] = useState<Why | null>(null);
  const isWrong = (error: unknown) => error instanceof Refusal && error.has("authentication_failed");
  const change = useAction(async (form: FormData) => {
    const chosen = newPassword(form);
    setWhy(chosen === null ? "different" : null);
    if (chosen === null) return;
    const present = { store_code: store.code, username: user.username, password: entry(form, "present") };
    try {
      await client.choosePassword({ ...present, new_password: chosen });
      onDone();
    } catch (error) {
      setWhy(isWrong(error) ? [words.wrong] : whyNot(error));
    }
  });
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    void change.run(new FormData(event.currentTarget));
  };
  return (
    <form className="cancel" onSubmit={submit}>
      <p>{words.changeHint}</p>
      <input hidden readOnly name="username" autoComplete="username" value={user.username} />
      <Field label={words.present} name="present" type="password" required maxLength={128} autoComplete="current-password" />
      <NewPassword why={why} />
      <Fault error={change.error} />
      <div className="cancel__actions">
        <Button onClick={onClose} disabled={change.working}>{words.back}</Button>
        <Button variant="primary" type="submit" disabled={change.working}>{change.working ? words.working : words.change}</Button>
      </div>
    </form>
  );
}
