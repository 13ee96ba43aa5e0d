import "./CallSheet.css";

import { type SubmitEvent, useEffect, useEffectEvent, useState } from "react";

import type { ServiceCallKind } from "../../shared/api/types";
import { Button } from "../../shared/ui/Button";
import { Field } from "../../shared/ui/Field";
import { Notice } from "../../shared/ui/Notice";
import { useWords } from "../../shared/words/dictionary";
import { Sheet } from "../Sheet";
import { useTable, useTablet } from "../TabletContext";
import { callsWords } from "./words";

export default function CallSheet({ open, onClose }: { open: boolean; onClose: () => void }) {
  const words = useWords(callsWords);
  return (
    <Sheet open={open} title={words.title} onClose={onClose}>
      <CallForm onClose={onClose} />
    </Sheet>
  );
}

const KINDS: ServiceCallKind[] = ["water", "cutlery", "napkin", "bill", "other"];
const LONGEST_MESSAGE = 200;
const CLOSES_AFTER = 3000;

type Progress = "choosing" | "sending" | "called" | "failed";

function CallForm({ onClose }: { onClose: () => void }) {
  const words = useWords(callsWords);
  const { callStaff } = useTablet();
  const [chosen, setChosen] = useState<ServiceCallKind[]>([]);
  const [message, setMessage] = useState("");
  const [progress, setProgress] = useState<Progress>("choosing");

  const close = useEffectEvent(onClose);
  useEffect(() => {
    if (progress !== "called") return;
    const timer = setTimeout(() => { close(); }, CLOSES_AFTER);
    return () => { clearTimeout(timer); };
  }, [progress]);

  const toggle = (kind: ServiceCallKind) => {
    setChosen(chosen.includes(kind) ? chosen.filter((each) => each !== kind) : [...chosen, kind]);
  };
  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    setProgress("sending");
    try {
      await Promise.all(chosen.map((kind) => callStaff(kind, kind === "other" ? message.trim() : "")));
      setProgress("called");
    } catch {
      setProgress("failed");
    }
  };

  if (progress === "called") return <Notice tone="success">{words.called}</Notice>;
  return (
    <form className="call" onSubmit={(event) => void submit(event)}>
      <fieldset>
        <legend>{words.choose}</legend>
        <div className="call__kinds">
          {KINDS.map((kind) => (
            <Kind key={kind} kind={kind} isChosen={chosen.includes(kind)} onToggle={() => { toggle(kind); }} />
          ))}
        </div>
      </fieldset>
      {chosen.includes("other") && (
        <Field
          label={words.message}
          value={message}
          maxLength={LONGEST_MESSAGE}
          autoComplete="off"
          onChange={(event) => { setMessage(event.currentTarget.value); }}
        />
      )}
      {progress === "failed" && <Notice tone="error">{words.failed}</Notice>}
      <Button variant="primary" type="submit" disabled={chosen.length === 0 || progress === "sending"}>
        {progress === "sending" ? words.sending : words.send}
      </Button>
    </form>
  );
}

function Kind({ kind, isChosen, onToggle }: { kind: ServiceCallKind; isChosen: boolean; onToggle: () => void }) {
  const words = useWords(callsWords);
  const isOpen = useTable(({ calls }) => calls.some((call) => call.kind === kind && call.acknowledged_at === null));
  return (
    <label className="call__kind">
      <input type="checkbox" className="call__input" checked={isChosen} onChange={onToggle} />
      <span>{words[kind]}</span>
      {isOpen && <small>{words.open}</small>}
    </label>
  );
}
