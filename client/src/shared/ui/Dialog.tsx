import "./Dialog.css";

import { type MouseEvent, type ReactNode, type SyntheticEvent, useEffect, useId, useRef, useState } from "react";

import { afterPaint } from "./afterPaint";

interface DialogProps {
  open: boolean;
  title: ReactNode;
  /** The guest asks to leave, by Esc or by a touch outside. */
  onClose: () => void;
  /** Holds the dialog open while something in it is unresolved. */
  locked?: boolean;
  /** Over a long page, all of which the browser must make inert: the touch is answered by the dimmed ground before that. */
  waits?: boolean;
  /** Stands at the right edge from top to bottom, so that the page beside it stays visible. */
  atSide?: boolean;
  children: ReactNode;
}

export function Dialog({ open: isWanted, title, onClose, locked = false, waits = false, atSide = false, children }: DialogProps) {
  const open = useOpen(isWanted, waits);
  const element = useRef<HTMLDialogElement>(null);
  const titleId = useId();

  useEffect(() => {
    const dialog = element.current;
    if (!open || dialog === null) return;
    dialog.showModal();
    return () => {
      dialog.close();
    };
  }, [open]);

  const leave = () => {
    if (!locked) onClose();
  };
  const onCancel = (event: SyntheticEvent) => {
    // React lets the event of a dialog inside this one come up to here.
    if (event.target !== event.currentTarget) return;
    event.preventDefault();
    leave();
  };
  // A browser lets a page refuse Esc once, and closes by itself the second time.
  const onClosedByBrowser = ({ currentTarget }: SyntheticEvent<HTMLDialogElement>) => {
    if (!open || currentTarget.open) return;
    if (locked) currentTarget.showModal();
    else onClose();
  };
  const onClick = (event: MouseEvent) => {
    if (event.target === event.currentTarget) leave();
  };

  return (
    <>
      {isWanted && !open && <div className="dialog__ground" />}
      <dialog
        ref={element}
        className={atSide ? "dialog dialog--side" : "dialog"}
        aria-labelledby={titleId}
        onCancel={onCancel}
        onClose={onClosedByBrowser}
        onClick={onClick}
      >
        {open && (
          <div className="dialog__content">
            <h2 id={titleId}>{title}</h2>
            {children}
          </div>
        )}
      </dialog>
    </>
  );
}

function useOpen(isWanted: boolean, waits: boolean): boolean {
  const [isPainted, setIsPainted] = useState(false);
  useEffect(() => {
    if (!isWanted || !waits) return;
    const callOff = afterPaint(() => { setIsPainted(true); });
    return () => {
      callOff();
      setIsPainted(false);
    };
  }, [isWanted, waits]);
  return isWanted && (isPainted || !waits);
}
