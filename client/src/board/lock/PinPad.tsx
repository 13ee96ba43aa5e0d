import { type KeyboardEvent, type SubmitEvent, useId, useState } from "react";

import { FaultNotice } from "../../shared/signin/FaultNotice";
import { useSignIn } from "../../shared/signin/useSignIn";
import { Button } from "../../shared/ui/Button";
import { useWords } from "../../shared/words/dictionary";
import { boardWords } from "../words";
import { lockWords } from "./words";

export const SHORTEST_PIN = 4;
export const LONGEST_PIN = 6;
const KEYS = ["1", "2", "3", "4", "5", "6", "7", "8", "9"];

interface PinPadProps {
  name: string;
  enter: (pin: string) => Promise<void>;
}

/** A PIN on keys of our own, large enough for a hurried finger; the keyboard's digits do as well. */
export function PinPad({ name, enter }: PinPadProps) {
  const words = { ...useWords(boardWords), ...useWords(lockWords) };
  const [pin, setPin] = useState("");
  const id = useId();
  const { submit, busy, fault } = useSignIn(async () => {
    setPin("");
    await enter(pin);
  });
  const isReady = pin.length >= SHORTEST_PIN && !busy && fault?.kind !== "locked";
  const type = (text: string) => { setPin(text.replace(/\D/g, "").slice(0, LONGEST_PIN)); };
  const onKeyDown = (event: KeyboardEvent) => {
    // The field takes its own.
    if (!(event.target instanceof HTMLInputElement) && /^\d$/.test(event.key)) type(pin + event.key);
  };
  const onSubmit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (isReady) void submit(new FormData());
  };
  return (
    <form className="pin-pad" onSubmit={onSubmit} onKeyDown={onKeyDown}>
      <label htmlFor={id}>{words.pinOf(name)}</label>
      <input
        id={id}
        className="pin-pad__pin"
        type="password"
        inputMode="none"
        autoComplete="one-time-code"
        autoFocus
        value={pin}
        onChange={({ currentTarget }) => { type(currentTarget.value); }}
      />
      {fault && <FaultNotice fault={fault} />}
      <div className="pin-pad__keys">
        {KEYS.map((key) => <Button key={key} onClick={() => { type(pin + key); }}>{key}</Button>)}
        <Button aria-label={words.erase} onClick={() => { type(pin.slice(0, -1)); }}>⌫</Button>
        <Button onClick={() => { type(`${pin}0`); }}>0</Button>
        <Button aria-label={words.eraseAll} onClick={() => { type(""); }}>✕</Button>
      </div>
      <Button variant="primary" type="submit" disabled={!isReady}>{busy ? words.working : words.enter}</Button>
    </form>
  );
}
