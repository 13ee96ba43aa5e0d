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

const KINDS: ServiceCallKind[] = ["water", "cutlery", "napkin", "bill", "other"];
const DRAWINGS: Record<ServiceCallKind, string> = {
  water: "M6 4h12l-2 16H8zM7 10h10",
  cutlery: "M7 3v7M4.5 3v4a2.5 2.5 0 0 0 5 0V3M7 10v11M16 21V3c3 1 4 4 4 8h-4",
  napkin: "M4 6h16v12H4zM4 12h8V6M12 12l8 6",
  bill: "M6 3h12v18l-3-2-3 2-3-2-3 2zM9 8h6M9 12h6",
  other: "M4 5h16v11H9l-5 4zM8 9h8M8 12h5",
};
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

function Kind({ kind, isChosen, onToggle }: { kind: ServiceCallKind; isChosen: boolean; onToggle: () => void }) {
  const words = useWords(callsWords);
  const isOpen = useTable(({ calls }) => calls.some((call) => call.kind === kind && call.acknowledged_at === null));
  return (
    <label className="call__kind">
      <input type="checkbox" className="visually-hidden" checked={isChosen} onChange={onToggle} />
      {isChosen && <span className="call__tick" aria-hidden="true">✓</span>}
      <svg className="call__drawing" viewBox="0 0 24 24" aria-hidden="true"><path d={DRAWINGS[kind]} /></svg>
      <span>{words[kind]}</span>
      {isOpen && <small>{words.open}</small>}
    </label>
  );
}
