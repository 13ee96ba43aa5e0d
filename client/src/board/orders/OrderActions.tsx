import { useEffect, useRef, useState } from "react";
import { useStore } from "zustand";

import type { Order } from "../../shared/api/types";
import { Button } from "../../shared/ui/Button";
import { Notice } from "../../shared/ui/Notice";
import { useWords } from "../../shared/words/dictionary";
import { useBoardContext } from "../context";
import { Fault } from "../Fault";
import { isOpen } from "../live/boardState";
import { boardWords } from "../words";
import { CancelOrder } from "./CancelOrder";
import { UndoButton } from "./UndoButton";
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
        {mark?.kind === "own" && <UndoButton until={mark.until} working={working} onUndo={undo} />}
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
