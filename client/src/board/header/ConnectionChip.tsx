import { useConnection } from "../../shared/events/useConnection";
import { clockTime } from "../../shared/time";
import { useWords } from "../../shared/words/dictionary";
import { useLanguage } from "../../shared/words/language";
import { useBoardContext } from "../context";
import { boardWords } from "../words";

const SIGNS = { live: "●", connecting: "◌", lost: "✕" };

/** Whether what the board shows is what is. */
export function ConnectionChip() {
  const { live } = useBoardContext();
  const { state } = useConnection(live.connection);
  const text = useStateText();
  return (
    <p className={`connection connection--${state}`}>
      <span aria-hidden="true">{SIGNS[state]}</span> {text}
    </p>
  );
}

function useStateText(): string {
  const words = useWords(boardWords);
  const language = useLanguage();
  const { live, store } = useBoardContext();
  const { state, lastMessageAt, silentFor } = useConnection(live.connection);
  if (state === "live") return words.live;
  if (state === "connecting") return silentFor === null ? words.connecting : words.reconnecting(silentFor);
  if (lastMessageAt === null) return words.lost;
  return words.lostSince(clockTime(new Date(lastMessageAt).toISOString(), store.time_zone, language));
}
