import "./lock.css";

import { type MouseEvent, type SyntheticEvent, useEffect, useRef, useState } from "react";

import { Button } from "../../shared/ui/Button";
import { useWords } from "../../shared/words/dictionary";
import { useBoardContext } from "../context";
import { useLock } from "./lock";
import { Takeover } from "./Takeover";
import { lockWords } from "./words";

/** Lies over everything on the page, dialogs too, as long as the board is locked. */
export function LockScreen() {
  const isLocked = useLock(useBoardContext().lock);
  return isLocked && <Cover />;
}

/** The board behind it goes on and can be read. A touch anywhere, or the button, asks who is there. */
function Cover() {
  const words = useWords(lockWords);
  const dialog = useRef<HTMLDialogElement>(null);
  const [isAsking, setIsAsking] = useState(false);
  useEffect(() => { dialog.current?.showModal(); }, []);
  const cancel = (event: SyntheticEvent) => {
    event.preventDefault();
    setIsAsking(false);
  };
  // A browser lets a page refuse Esc once, and closes by itself the second time.
  const stay = ({ currentTarget }: SyntheticEvent<HTMLDialogElement>) => { if (!currentTarget.open) currentTarget.showModal(); };
  const press = ({ target, currentTarget }: MouseEvent) => { if (target === currentTarget) setIsAsking(!isAsking); };
  return (
    <dialog
      ref={dialog}
      className={isAsking ? "lock lock--asking" : "lock"}
      aria-label={words.locked}
      onCancel={cancel}
      onClose={stay}
      onClick={press}
    >
      {isAsking ? <Takeover onLeave={() => { setIsAsking(false); }} /> : (
        <div className="lock__bar">
          <p role="status"><Sign />{words.locked}</p>
          <Button variant="primary" onClick={() => { setIsAsking(true); }}>{words.unlock}</Button>
        </div>
      )}
    </dialog>
  );
}

function Sign() {
  return (
    <svg className="lock__sign" viewBox="0 0 16 16" aria-hidden="true">
      <path d="M4 7V5a4 4 0 0 1 8 0v2h1a1 1 0 0 1 1 1v6a1 1 0 0 1-1 1H3a1 1 0 0 1-1-1V8a1 1 0 0 1 1-1zm2 0h4V5a2 2 0 0 0-4 0z" />
    </svg>
  );
}
