import "./Farewell.css";

import { useEffect } from "react";

import { Button } from "../shared/ui/Button";
import { useWords } from "../shared/words/dictionary";
import type { LastOrder } from "./ordering/ordering";
import { useTablet } from "./TabletContext";
import { tabletWords } from "./words";

const SHOWN_FOR = 5000;

/** Between two sessions. News of an order that was still under way stays until somebody has touched it away. */
export function Farewell({ lastOrder }: { lastOrder: LastOrder | null }) {
  const words = useWords(tabletWords);
  const { welcome } = useTablet();
  useEffect(() => {
    if (lastOrder) return;
    const timer = setTimeout(welcome, SHOWN_FOR);
    return () => { clearTimeout(timer); };
  }, [lastOrder, welcome]);
  return (
    <main className="farewell">
      <div role="status"><h1>{words.thanks}</h1></div>
      {lastOrder && <LastOrderNews {...lastOrder} />}
    </main>
  );
}

function LastOrderNews({ accepted, number }: LastOrder) {
  const words = useWords(tabletWords);
  const { welcome } = useTablet();
  return (
    <>
      <p role="alert">
        {!accepted && words.lastOrderDropped}
        {accepted && (number === null ? words.lastOrderAcceptedUnnumbered : words.lastOrderAccepted(number))}
      </p>
      <Button variant="primary" onClick={welcome}>{words.toMenu}</Button>
    </>
  );
}
