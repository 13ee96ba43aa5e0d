import "./CallSheet.css";

import { type SubmitEvent, useEffect, useEffectEvent, useState } from "react";

import type { ServiceCallKind } from "../../shared/api/types";
import { Button } from "../../shared/ui/Button";
import { Field } from "../../shared/ui/Field";
import { Notice } from "../../shared/ui/Notice";
import { useWords } from "../../shared/words/dictionary";
import { clockTime } from "../../shared/time";
import { useLanguage } from "../../shared/words/language";
import { Sheet } from "../Sheet";
import { useRestaurant, useTable, useTablet } from "../TabletContext";
import { Kind, KINDS } from "./CallKind";
import { callsWords } from "./words";

export default function CallSheet({ open, onClose }: { open: boolean; onClose: () => void }) {
  const words = useWords(callsWords);
  return (
    <Sheet open={open} title={words.title} onClose={onClose}>
      <OpenCalls />
      <CallForm onClose={onClose} />
    </Sheet>
  );
}

const LONGEST_MESSAGE = 200;
const CLOSES_AFTER = 3000;

type Progress = "choosing" | "sending" | "called" | "failed";

function CallForm({ onClose }: { onClose: () => void }) {
  const words = useWords(callsWords);
  const [chosen, setChosen] = useState<ServiceCallKind[]>([]);
  const [message, setMessage] = useState("");
  const { progress, call } = useCalling();

  const toggle = (kind: ServiceCallKind) => {
    setChosen(chosen.includes(kind) ? chosen.filter((each) => each !== kind) : [...chosen, kind]);
  };
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    void call(chosen, message.trim());
  };

  if (progress === "called") return <Called onOver={onClose} />;
  return (
    <form className="call" onSubmit={submit}>
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
      {chosen.length === 0 && <p id="call-reason" className="call__reason">{words.chooseFirst}</p>}
      {progress === "failed" && <Notice tone="error">{words.failed}</Notice>}
      <Button
        variant="primary"
        type="submit"
        aria-describedby={chosen.length === 0 ? "call-reason" : undefined}
        disabled={chosen.length === 0 || progress === "sending"}
      >
        {progress === "sending" ? words.sending : words.send}
      </Button>
    </form>
  );
}

function useCalling() {
  const { callStaff } = useTablet();
  const [progress, setProgress] = useState<Progress>("choosing");
  const call = async (kinds: readonly ServiceCallKind[], message: string) => {
    setProgress("sending");
    try {
      await Promise.all(kinds.map((kind) => callStaff(kind, kind === "other" ? message : "")));
      setProgress("called");
    } catch {
      setProgress("failed");
    }
  };
  return { progress, call };
}

/** Said for a moment, then the sheet is over. */
function Called({ onOver }: { onOver: () => void }) {
  const words = useWords(callsWords);
  const over = useEffectEvent(onOver);
  useEffect(() => {
    const timer = setTimeout(() => { over(); }, CLOSES_AFTER);
    return () => { clearTimeout(timer); };
  }, []);
  return <Notice tone="success">{words.called}</Notice>;
}

/** What was called and is not answered yet, since when. */
function OpenCalls() {
  const words = useWords(callsWords);
  const language = useLanguage();
  const zone = useRestaurant()?.time_zone ?? "Asia/Seoul";
  const calls = useTable((state) => state.calls);
  const open = calls.filter((call) => call.acknowledged_at === null);
  if (open.length === 0) return null;
  return (
    <Notice tone="warning">
      <ul className="call__open">
        {open.map(({ id, kind, created_at }) => (
          <li key={id}><strong>{words[kind]}</strong> {words.calledAt(clockTime(created_at, zone, language))}</li>
        ))}
      </ul>
    </Notice>
  );
}
