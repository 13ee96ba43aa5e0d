import "./Sheet.css";

import { type ComponentProps, type ReactNode, useDeferredValue } from "react";

import { Dialog } from "../shared/ui/Dialog";
import { useWords } from "../shared/words/dictionary";
import { sharedWords } from "../shared/words/sharedWords";

/** A dialog with a visible way out. */
export function Sheet({ children, onClose, ...dialog }: ComponentProps<typeof Dialog>) {
  const words = useWords(sharedWords);
  return (
    <Dialog {...dialog} waits onClose={onClose}>
      {/* All of it after the opening: what opens first has nothing to focus but itself, not its way out. */}
      <Next>
        {children}
        <button type="button" className="sheet__close" aria-label={words.close} onClick={onClose}>
          ✕
        </button>
      </Next>
    </Dialog>
  );
}

/** Comes with the next paint, so that a touch is answered by the sheet's opening and not only by all that is in it. */
export function Next({ children }: { children: ReactNode }) {
  return useDeferredValue(true, false) && children;
}
