import { useStore } from "zustand";

import { useConnection } from "../../shared/events/useConnection";
import { Button } from "../../shared/ui/Button";
import { Notice } from "../../shared/ui/Notice";
import { useWords } from "../../shared/words/dictionary";
import { useBoardContext } from "../context";
import { boardWords } from "../words";
import { HoursNotice } from "./Hours";
import { PausedNotice } from "./PausedNotice";

/** What everybody at this screen must know now. */
export function Notices({ isLoaded }: { isLoaded: boolean }) {
  const words = useWords(boardWords);
  const { live } = useBoardContext();
  const { state } = useConnection(live.connection);
  return (
    <div className="board__notices">
      <PausedNotice />
      <HoursNotice />
      {state === "lost" && <Notice tone="error">{isLoaded ? words.lostNotice : words.loadFailed}</Notice>}
      <CameIn />
    </div>
  );
}

/** Stays until it was read: whoever comes back to the screen must not miss it. */
export function CameIn() {
  const words = useWords(boardWords);
  const { live } = useBoardContext();
  const count = useStore(live.cameIn);
  if (count === 0) return null;
  return (
    <Notice tone="success">
      <p className="paused">
        {words.cameIn(count)}
        <Button onClick={() => { live.cameIn.setState(0, true); }}>{words.understood}</Button>
      </p>
    </Notice>
  );
}
