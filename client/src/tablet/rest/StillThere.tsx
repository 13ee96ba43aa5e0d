import { useEffect } from "react";
import { useStore } from "zustand";

import { useNow } from "../../shared/time";
import { Button } from "../../shared/ui/Button";
import { Dialog } from "../../shared/ui/Dialog";
import { useWords } from "../../shared/words/dictionary";
import { usePhase, useTable, useTablet } from "../TabletContext";
import { tabletWords } from "../words";
import { ABANDONED_AFTER, ASKED_FOR, FORGOTTEN_AFTER, nextStep, type Situation, type Step } from "./watch";

/** Asks guests who have not touched anything for long, and clears up after those who left. Never during an order. */
export function StillThere() {
  const situation = useSituation();
  const step: Step = situation === null ? "stay" : nextStep(situation);
  const { leave, settle, rest, touch } = useTablet();
  useEffect(() => {
    if (step === "settle") settle();
    if (step === "clear") leave();
    if (step === "rest") rest();
  }, [step, settle, leave, rest]);
  if (situation === null || step !== "ask") return null;
  return <Question secondsLeft={Math.ceil((patience(situation) + ASKED_FOR - situation.untouchedFor) / 1000)} onStay={touch} />;
}

function Question({ secondsLeft, onStay }: { secondsLeft: number; onStay: () => void }) {
  const words = useWords(tabletWords);
  return (
    <Dialog open title={words.stillThere} onClose={onStay}>
      <p>{words.clearedIn(secondsLeft)}</p>
      <Button variant="primary" autoFocus onClick={onStay}>{words.keepLooking}</Button>
    </Dialog>
  );
}

function patience({ isVisitOpen }: Situation): number {
  return isVisitOpen ? FORGOTTEN_AFTER : ABANDONED_AFTER;
}

/** Null while an order is under way: it must not be disturbed. */
function useSituation(): Situation | null {
  const { cart } = useTablet();
  const now = useNow(1000);
  const touchedAt = useTable((state) => state.touchedAt);
  const isVisitOpen = useTable(({ bill }) => bill?.session != null);
  const hasCart = useStore(cart.state, ({ lines }) => lines.length > 0);
  const isUnresolved = useStore(cart.state, ({ pending }) => pending !== null);
  const { kind } = usePhase();
  if (isUnresolved || kind === "placed") return null;
  return { untouchedFor: now - touchedAt, isVisitOpen, hasCart };
}
