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
import { whyNot } from "../signin/newPassword";
import { signInWords } from "../signin/words";
import { useAction } from "../useAction";
import { boardWords } from "../words";
import { LocksAfter } from "./LockChoice";
import { LONGEST_PIN, SHORTEST_PIN } from "./PinPad";
import { lockWords } from "./words";

interface SetPinProps {
  open: boolean;
  onClose: () => void;
}

/** Everybody sets their own, with their password; nobody else ever sees it. */
export function SetPin({ open, onClose }: SetPinProps) {
  const words = useWords(lockWords);
  const [isDone, setIsDone] = useState(false);
  const close = () => {
    setIsDone(false);
    onClose();
  };
  return (
    <Dialog open={open} title={words.setPin} onClose={close}>
      {isDone ? <Done onClose={close} /> : <PinForm onDone={() => { setIsDone(true); }} onClose={close} />}
    </Dialog>
  );
}

/** Whoever has a PIN can have the board locked; here is where one thinks of it. */
function Done({ onClose }: { onClose: () => void }) {
  const words = { ...useWords(boardWords), ...useWords(lockWords) };
  return (
    <>
      <Notice tone="success">{words.pinSet}</Notice>
      <LocksAfter />
      <Button autoFocus onClick={onClose}>{words.close}</Button>
    </>
  );
}

function PinForm({ onDone, onClose }: { onDone: () => void; onClose: () => void }) {
  const words = { ...useWords(boardWords), ...useWords(signInWords), ...useWords(lockWords) };
  const { client, store, user } = useBoardContext();
  const [why, setWhy] = useState<readonly string[]>([]);
  const isWrong = (error: unknown) => error instanceof Refusal && error.has("authentication_failed");
  const set = useAction(async (form: FormData) => {
    const pin = entry(form, "pin");
    setWhy(pin === entry(form, "again") ? [] : [words.different]);
    if (pin !== entry(form, "again")) return;
    try {
      await client.setPin({ store_code: store.code, username: user.username, password: entry(form, "present"), pin });
      onDone();
    } catch (error) {
      setWhy(isWrong(error) ? [words.wrong] : whyNot(error));
    }
  });
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    void set.run(new FormData(event.currentTarget));
  };
  const digits = { type: "password", inputMode: "numeric", required: true, autoComplete: "one-time-code" } as const;
  const length = { minLength: SHORTEST_PIN, maxLength: LONGEST_PIN, pattern: "[0-9]*" };
  return (
    <form className="cancel" onSubmit={submit}>
      <p>{words.setPinHint}</p>
      <input hidden readOnly name="username" autoComplete="username" value={user.username} />
      <Field label={words.present} name="present" type="password" required maxLength={128} autoComplete="current-password" />
      <Field {...digits} {...length} label={words.pin} name="pin" />
      <Field {...digits} {...length} label={words.again} name="again" />
      {why.map((reason) => <Notice key={reason} tone="error">{reason}</Notice>)}
      <Fault error={set.error} />
      <div className="cancel__actions">
        <Button onClick={onClose} disabled={set.working}>{words.back}</Button>
        <Button variant="primary" type="submit" disabled={set.working}>{set.working ? words.working : words.setPin}</Button>
      </div>
    </form>
  );
}
