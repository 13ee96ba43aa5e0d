import "./Farewell.css";

import { useEffect } from "react";

import { Button } from "../shared/ui/Button";
import { useWords } from "../shared/words/dictionary";
import type { LastOrder } from "./ordering/ordering";
import type { Farewell as FarewellState } from "./tableState";
import { useTablet } from "./TabletContext";
import { tabletWords } from "./words";

const SHOWN_FOR = 5000;

/** Between two sessions. News of an order that was still under way stays until somebody has touched it away. */
export function Farewell({ lastOrder, movedTo }: FarewellState) {
  const words = useWords(tabletWords);
  const { welcome } = useTablet();
  useEffect(() => {
    if (lastOrder) return;
    const timer = setTimeout(welcome, SHOWN_FOR);
    return () => { clearTimeout(timer); };
  }, [lastOrder, welcome]);
  return (
    <main className="farewell">
      <div role="status">
        <h1>{movedTo === null ? words.thanks : words.movedTo(movedTo)}</h1>
        {movedTo !== null && <p>{words.movedWithOrders}</p>}
      </div>
      {lastOrder && <LastOrderNews {...lastOrder} />}
    </main>
  );
}

function LastOrderNews({ number }: LastOrder) {
  const words = useWords(tabletWords);
  const { welcome } = useTablet();
  return (
    <>
      <p role="alert" className={number === null ? "farewell__news farewell__news--bad" : "farewell__news"}>
        {number === null ? words.lastOrderDropped : words.lastOrderAccepted(number)}
      </p>
      <Button variant="primary" onClick={welcome}>{words.toMenu}</Button>
    </>
  );
}
