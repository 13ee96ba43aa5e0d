import "./StaffMenu.css";

import { type SubmitEvent, useState } from "react";

import { entry } from "../../shared/signin/entry";
import { FaultNotice } from "../../shared/signin/FaultNotice";
import { useSignIn } from "../../shared/signin/useSignIn";
import { Button } from "../../shared/ui/Button";
import { Field } from "../../shared/ui/Field";
import { useWords } from "../../shared/words/dictionary";
import { renewPage } from "../parts";
import { Sheet } from "../Sheet";
import { useTablet } from "../TabletContext";
import { staffWords } from "./words";

interface StaffMenuProps {
  /** Staff take the tablet to another table. */
  onMove: () => void;
  onClose: () => void;
}

/** What guests must not touch by accident, behind the table's PIN. */
export default function StaffMenu({ onMove, onClose }: StaffMenuProps) {
  const words = useWords(staffWords);
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Sheet open title={words.title} onClose={onClose}>
      {isOpen ? <Actions onMove={onMove} /> : <PinForm onRight={() => { setIsOpen(true); }} />}
    </Sheet>
  );
}

function PinForm({ onRight }: { onRight: () => void }) {
  const words = useWords(staffWords);
  const { client } = useTablet();
  const { submit, busy, fault } = useSignIn(async (form) => {
    await client.signInAgain(entry(form, "pin"));
    onRight();
  });
  const onSubmit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    void submit(new FormData(event.currentTarget));
  };
  return (
    <form className="staff-menu" onSubmit={onSubmit}>
      <Field label={words.pin} name="pin" type="password" required inputMode="numeric" autoComplete="off" autoFocus />
      {fault && <FaultNotice fault={fault} />}
      <Button variant="primary" type="submit" disabled={busy || fault?.kind === "locked"}>{words.open}</Button>
    </form>
  );
}

function Actions({ onMove }: { onMove: () => void }) {
  const words = useWords(staffWords);
  const { client } = useTablet();
  return (
    <div className="staff-menu">
      <Button onClick={onMove}>{words.changeTable}</Button>
      <Button onClick={() => { renewPage(); }}>{words.reload}</Button>
      <Button variant="danger" onClick={client.disconnect}>{words.disconnect}</Button>
      <p className="staff-menu__hint">{window.isSecureContext ? words.secure : words.insecure}</p>
    </div>
  );
}
