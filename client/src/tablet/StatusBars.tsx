import { useConnection } from "../shared/events/useConnection";
import { Notice } from "../shared/ui/Notice";
import { useWords } from "../shared/words/dictionary";
import { LastOrders } from "./LastOrders";
import { useStop } from "./stop";
import { useTablet } from "./TabletContext";
import { tabletWords } from "./words";

/** Under the header, while there is something that all screens must know. */
export function StatusBars() {
  const words = useWords(tabletWords);
  const { state } = useConnection(useTablet().connection);
  const stop = useStop();
  return (
    <div className="screens__bars">
      {state === "lost" && <Notice tone="warning">{words.lost}</Notice>}
      {stop && <Notice tone="warning">{stop.text}</Notice>}
      {!stop && <LastOrders />}
    </div>
  );
}
