import "./Dialog.css";

import { memo, type MouseEvent, type ReactNode, type SyntheticEvent, useDeferredValue, useEffect, useId, useRef } from "react";

interface DialogProps {
  open: boolean;
  title: ReactNode;
  /** The guest asks to leave, by Esc or by a touch outside. */
  onClose: () => void;
  /** Holds the dialog open while something in it is unresolved. */
  locked?: boolean;
  /** Over a long page: comes after the paint that answers the touch, and gives the page back after the one that hides it. */
  leaves?: boolean;
  /** Stands at the right edge from top to bottom, so that the page beside it stays visible. */
  atSide?: boolean;
  children: ReactNode;
}

/**
 * To make the page behind it inert, and to give it back, the browser goes through all of that page. One that `leaves`
 * lets the touch be answered first: by what was pressed, or by being gone from sight.
 */
export function Dialog({ open: isWanted, title, onClose, locked = false, atSide = false, leaves = false, children }: DialogProps) {
  const element = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const later = useDeferredValue(isWanted, false);
  const isReady = leaves ? later : isWanted;
  const open = isReady && (isWanted || leaves);
  const isLeaving = open && !isWanted;

  useEffect(() => {
    const dialog = element.current;
    if (!open || dialog === null) return;
    dialog.showModal();
    return () => {
      dialog.close();
    };
  }, [open]);

  const leave = () => {
    if (!locked && isWanted) onClose();
  };
  const onCancel = (event: SyntheticEvent) => {
    // React lets the event of a dialog inside this one come up to here.
    if (event.target !== event.currentTarget) return;
    event.preventDefault();
    leave();
  };
  // A browser lets a page refuse Esc once, and closes by itself the second time.
  const onClosedByBrowser = ({ currentTarget }: SyntheticEvent<HTMLDialogElement>) => {
    if (!isWanted || !open || currentTarget.open) return;
    if (locked) currentTarget.showModal();
    else onClose();
  };
  const onClick = (event: MouseEvent) => {
    if (event.target === event.currentTarget) leave();
  };

  return (
    <dialog
      ref={element}
      className={classNames({ "dialog--side": atSide, "dialog--leaving": isLeaving })}
      aria-labelledby={titleId}
      onCancel={onCancel}
      onClose={onClosedByBrowser}
      onClick={onClick}
      onClickCapture={isLeaving ? stop : undefined}
      onPointerDownCapture={isLeaving ? closeNow : undefined}
    >
      {isReady && (
        <Held isHeld={!isWanted}>
          <div className="dialog__content">
            <h2 id={titleId}>{title}</h2>
            {children}
          </div>
        </Held>
      )}
    </dialog>
  );
}

function classNames(marks: Record<string, boolean>): string {
  return ["dialog", ...Object.keys(marks).filter((mark) => marks[mark])].join(" ");
}

/** Nothing in a dialog that leaves is pressed twice. */
function stop(event: MouseEvent): void {
  event.preventDefault();
  event.stopPropagation();
}

/** A touch is meant for what is seen: the page behind it. */
function closeNow({ currentTarget }: SyntheticEvent<HTMLDialogElement>): void {
  currentTarget.close();
}

/** Stays as it was while it is held. */
const Held = memo(
  function Held({ children }: { isHeld: boolean; children: ReactNode }) { return children; },
  (_, { isHeld }) => isHeld,
);
