import "./Sheet.css";

import type { ComponentProps } from "react";

import { Dialog } from "../shared/ui/Dialog";
import { useWords } from "../shared/words/dictionary";
import { sharedWords } from "../shared/words/sharedWords";

/** A dialog with a visible way out. */
export function Sheet({ children, onClose, ...dialog }: ComponentProps<typeof Dialog>) {
  const words = useWords(sharedWords);
  return (
    <Dialog {...dialog} onClose={onClose}>
      {children}
      <button type="button" className="sheet__close" aria-label={words.close} onClick={onClose}>
        ✕
      </button>
    </Dialog>
  );
}
