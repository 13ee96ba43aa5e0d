import { useConnection } from "../../shared/events/useConnection";
import { clockTime, useNow } from "../../shared/time";
import { useWords } from "../../shared/words/dictionary";
import { useLanguage } from "../../shared/words/language";
import { useBoardContext } from "../context";
import { boardWords } from "../words";

const SIGNS = { live: "●", silent: "◔", connecting: "◌", lost: "✕" };
/** The server says something every 15 s; a little later something is amiss. */
const OVERDUE = 18;

/** Whether what the board shows is what is, and how old it may be. */
export function ConnectionChip() {
  const { state, text } = useStateText();
  return (
    <p className={`connection connection--${state}`}>
      <span aria-hidden="true">{SIGNS[state]}</span> {text}
    </p>
  );
}

function useStateText(): { state: keyof typeof SIGNS; text: string } {
  const words = useWords(boardWords);
  const language = useLanguage();
  const { live, store } = useBoardContext();
  const { state, lastMessageAt } = useConnection(live.connection);
  const now = useNow(1000);
  const lag = lastMessageAt === null ? null : Math.max(0, Math.floor((now - lastMessageAt) / 1000));
  if (state === "live") {
    return lag !== null && lag >= OVERDUE ? { state: "silent", text: words.silent(lag) } : { state, text: words.live };
  }
  if (state === "connecting") return { state, text: lag === null ? words.connecting : words.reconnecting(lag) };
  if (lastMessageAt === null) return { state, text: words.lost };
  return { state, text: words.lostSince(clockTime(new Date(lastMessageAt).toISOString(), store.time_zone, language)) };
}
