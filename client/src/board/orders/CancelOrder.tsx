import { type SubmitEvent, useState } from "react";

import type { Order } from "../../shared/api/types";
import { entry } from "../../shared/signin/entry";
import { Button } from "../../shared/ui/Button";
import { Dialog } from "../../shared/ui/Dialog";
import { Field } from "../../shared/ui/Field";
import { Notice } from "../../shared/ui/Notice";
import { useWords } from "../../shared/words/dictionary";
import { interfaceLanguage } from "../../shared/words/language";
import { useBoardContext } from "../context";
import { Fault } from "../Fault";
import { boardWords } from "../words";
import { useOrderStep } from "./useOrderStep";
import { orderWords } from "./words";

const REASONS = ["soldOut", "guest", "mistake", "duplicate", "other"] as const;
type Reason = (typeof REASONS)[number];

interface CancelOrderProps {
  order: Order;
  open: boolean;
  onClose: () => void;
}

export function CancelOrder({ order, open, onClose }: CancelOrderProps) {
  const words = useWords(orderWords);
  const { store } = useBoardContext();
  const { take, working, fault } = useOrderStep(order);
  const cancel = async (reason: Reason, text: string) => {
    // The record and the guests have it in the store's language, whoever cancels.
    const kept = orderWords[interfaceLanguage(store.default_language)].reasons(reason);
    const full = reason === "other" ? text : [kept, text].filter(Boolean).join(": ");
    if (await take({ kind: "cancel", reason: full })) onClose();
  };
  return (
    <Dialog open={open} title={words.cancelTitle(order.table.number, order.number)} locked={working} onClose={onClose}>
      <p>{words.cancelHint}</p>
      <Fault error={fault} />
      <ReasonForm working={working} onCancel={cancel} onClose={onClose} />
    </Dialog>
  );
}

interface ReasonFormProps {
  working: boolean;
  onCancel: (reason: Reason, text: string) => Promise<void>;
  onClose: () => void;
}

function ReasonForm({ working, onCancel, onClose }: ReasonFormProps) {
  const words = { ...useWords(boardWords), ...useWords(orderWords) };
  const [reason, setReason] = useState<Reason | null>(null);
  const [missing, setMissing] = useState<"reason" | "text" | null>(null);
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const text = entry(new FormData(event.currentTarget), "text").trim();
    if (reason === null) setMissing("reason");
    else if (reason === "other" && text === "") setMissing("text");
    else void onCancel(reason, text);
  };
  return (
    <form className="cancel" onSubmit={submit}>
      <fieldset className="choices">
        <legend>{words.cancelReason}</legend>
        {REASONS.map((each) => (
          <label key={each} className="choice">
            <input type="radio" name="reason" checked={reason === each} onChange={() => { setReason(each); setMissing(null); }} />
            {words.reasons(each)}
          </label>
        ))}
      </fieldset>
      <Field label={reason === "other" ? words.otherText : words.reasonText} name="text" maxLength={150} autoComplete="off" />
      {missing && <Notice tone="error">{missing === "reason" ? words.chooseReason : words.writeReason}</Notice>}
      <div className="cancel__actions">
        <Button onClick={onClose} disabled={working}>{words.back}</Button>
        <Button variant="primary" type="submit" disabled={working}>
          {working ? words.working : words.cancelOrder}
        </Button>
      </div>
    </form>
  );
}
