import { useEffect, useRef, useState } from "react";
import { useStore } from "zustand";

import type { Order } from "../../shared/api/types";
import { useNow } from "../../shared/time";
import { Button } from "../../shared/ui/Button";
import { Notice } from "../../shared/ui/Notice";
import { useWords } from "../../shared/words/dictionary";
import { useBoardContext } from "../context";
import { Fault } from "../Fault";
import { isOpen } from "../live/boardState";
import { boardWords } from "../words";
import { CancelOrder } from "./CancelOrder";
import { NEXT, useOrderStep } from "./useOrderStep";
import { orderWords } from "./words";

export function OrderActions({ order }: { order: Order }) {
  const words = { ...useWords(boardWords), ...useWords(orderWords) };
  const { live } = useBoardContext();
  const mark = useStore(live.marks.entries, (entries) => entries.get(order.id));
  const { take, working, fault } = useOrderStep(order);
  const [cancelling, setCancelling] = useState(false);
  const actions = useRef<HTMLDivElement>(null);
  const gone = cancelling && !isOpen(order);
  const next = NEXT[order.status];
  const undo = () => {
    // The cancelling that is taken back may still be under way.
    setCancelling(false);
    void take({ kind: "undo" });
  };

  // The button that opened the dialog went with it: the keyboard goes on from here.
  useEffect(() => {
    if (gone) actions.current?.focus();
  }, [gone]);

  return (
    <>
      {mark?.kind === "overtaken" && <Notice tone="warning">{words.overtaken(words.status(order.status))}</Notice>}
      {mark?.kind === "elsewhere" && <Notice tone="info">{words.elsewhere(words.status(order.status))}</Notice>}
      <Fault error={fault} />
      <div className={`order__actions order__actions--${order.status}`} ref={actions} tabIndex={-1}>
        {isOpen(order) && (
          <Button variant="danger" disabled={working} onClick={() => { setCancelling(true); }}>
            {words.cancel}
          </Button>
        )}
        {mark?.kind === "own" && <Undo until={mark.until} working={working} onUndo={undo} />}
        {next && (
          <Button variant="primary" disabled={working} onClick={() => void take({ kind: "advance", to: next })}>
            {working ? words.working : words.step(next)}
          </Button>
        )}
      </div>
      <CancelOrder order={order} open={cancelling && isOpen(order)} onClose={() => { setCancelling(false); }} />
    </>
  );
}

function Undo({ until, working, onUndo }: { until: number; working: boolean; onUndo: () => void }) {
  const words = useWords(orderWords);
  const seconds = Math.max(0, Math.ceil((until - useNow(1000)) / 1000));
  return (
    <Button data-undo="" disabled={working} onClick={onUndo}>
      {words.undo}
      <span className="amount" aria-hidden="true">{words.seconds(Math.min(seconds, 10))}</span>
    </Button>
  );
}
