import "./PairByCode.css";

import { type SubmitEvent, useState } from "react";

import { FaultNotice } from "../shared/signin/FaultNotice";
import { useSignIn } from "../shared/signin/useSignIn";
import { Button } from "../shared/ui/Button";
import { useWords } from "../shared/words/dictionary";
import { connectWords } from "./connectWords";

const DIGITS = 6;
const KEYS = ["1", "2", "3", "4", "5", "6", "7", "8", "9"];

interface PairByCodeProps {
  /** From a link; the guest's address bar does not keep it. */
  known: string;
  pair: (code: string) => Promise<void>;
}

/** Six digits from the staff's screen, on keys of our own: no keyboard covers them. */
export function PairByCode({ known, pair }: PairByCodeProps) {
  const words = useWords(connectWords);
  const [code, setCode] = useState(known);
  const { submit, busy, fault } = useSignIn(() => pair(code));
  const type = (text: string) => { setCode(text.replace(/\D/g, "").slice(0, DIGITS)); };
  const onSubmit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (code.length === DIGITS) void submit(new FormData());
  };
  return (
    <form className="pair" onSubmit={onSubmit} aria-labelledby="pair-title">
      <h2 id="pair-title">{words.byCode}</h2>
      <p id="pair-hint">{words.codeHint}</p>
      <input
        className="pair__code"
        aria-label={words.code}
        aria-describedby="pair-hint"
        value={code}
        inputMode="none"
        autoComplete="one-time-code"
        onChange={(event) => { type(event.currentTarget.value); }}
      />
      <div className="pair__keys">
        {KEYS.map((key) => <Key key={key} sign={key} onPress={() => { type(code + key); }} />)}
        <Key sign="⌫" name={words.erase} onPress={() => { type(code.slice(0, -1)); }} />
        <Key sign="0" onPress={() => { type(`${code}0`); }} />
        <Key sign="✕" name={words.eraseAll} onPress={() => { type(""); }} />
      </div>
      {fault && <FaultNotice fault={fault} />}
      <Button variant="primary" type="submit" disabled={busy || code.length < DIGITS || fault?.kind === "locked"}>
        {words.connectByCode}
      </Button>
    </form>
  );
}

function Key({ sign, name, onPress }: { sign: string; name?: string; onPress: () => void }) {
  return <button type="button" className="pair__key" aria-label={name} onClick={onPress}>{sign}</button>;
}
