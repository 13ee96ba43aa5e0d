import { useConnection } from "../../shared/events/useConnection";
import { Button } from "../../shared/ui/Button";
import { useWords } from "../../shared/words/dictionary";
import { useTablet } from "../TabletContext";
import { menuWords } from "./words";

/** Before the first menu: the cards' places, and words when it takes more than a moment. */
export function MenuLoading() {
  const words = useWords(menuWords);
  const { connection, menu } = useTablet();
  const { state } = useConnection(connection);
  if (state === "lost") {
    return (
      <main className="menu__nothing">
        <p role="status">{words.failed}</p>
        <Button onClick={() => { menu.refresh().catch(() => undefined); }}>{words.retry}</Button>
      </main>
    );
  }
  return (
    <main className="menu__loading" aria-busy="true">
      <p className="visually-hidden" role="status">{words.loading}</p>
      {["one", "two", "three", "four", "five", "six"].map((place) => <div key={place} className="menu__skeleton" />)}
    </main>
  );
}
