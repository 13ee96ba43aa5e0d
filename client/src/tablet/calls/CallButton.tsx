import { lazy, Suspense, useState } from "react";

import { useWords } from "../../shared/words/dictionary";
import { Icon } from "../Icon";
import { PARTS } from "../parts";
import { useTable } from "../TabletContext";
import { tabletWords } from "../words";

const CallSheet = lazy(PARTS.calls);

/** Calls staff, and says whether somebody has heard. */
export function CallButton() {
  const words = useWords(tabletWords);
  const isCalling = useTable(({ calls }) => calls.some((call) => call.acknowledged_at === null));
  const isAnswered = useTable((state) => state.isCallAnswered);
  const [isOpen, setIsOpen] = useState(false);
  const state = isAnswered ? "answered" : isCalling ? "calling" : "secondary";
  const news = { answered: words.callAnswered, calling: words.calling, secondary: "" }[state];
  return (
    <>
      <button type="button" className={`button button--${state}`} onClick={() => { setIsOpen(true); }}>
        <Icon of="call" />
        <span className={news ? "visually-hidden" : "header__label"}>{words.callStaff}</span>
        <span role="status">{news}</span>
      </button>
      <Suspense>
        <CallSheet open={isOpen} onClose={() => { setIsOpen(false); }} />
      </Suspense>
    </>
  );
}
