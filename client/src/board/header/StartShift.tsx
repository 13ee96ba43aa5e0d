import { useState } from "react";
import { useStore } from "zustand";

import { Button } from "../../shared/ui/Button";
import { useWords } from "../../shared/words/dictionary";
import { useBoardContext } from "../context";
import { boardWords } from "../words";

/** The one touch without which a browser gives no sound. */
export function StartShift() {
  const words = useWords(boardWords);
  const { chime } = useBoardContext().live;
  const on = useStore(chime.on);
  const [isDone, setIsDone] = useState(false);
  if (on || isDone) return null;
  return (
    <section className="shift" aria-label={words.startShift}>
      <p className="shift__hint">{words.startShiftHint}</p>
      <Button onClick={() => { setIsDone(true); }}>{words.withoutSound}</Button>
      <Button variant="primary" onClick={() => { chime.toggle(); setIsDone(true); }}>{words.startShift}</Button>
    </section>
  );
}
