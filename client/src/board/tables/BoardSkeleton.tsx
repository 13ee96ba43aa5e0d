import { useWords } from "../../shared/words/dictionary";
import { boardWords } from "../words";

const CARDS = 15;

/** The board's shape while it loads, so that nothing jumps when it comes. */
export function BoardSkeleton() {
  const words = useWords(boardWords);
  return (
    <main className="board__views">
      <p className="visually-hidden" role="status">{words.loading}</p>
      <div className="board__tables" aria-hidden="true">
        <div className="table-grid table-grid--skeleton">
          {Array.from({ length: CARDS }, (_, place) => <div key={place} className="table-card table-card--skeleton" />)}
        </div>
      </div>
      <div className="board__orders" aria-hidden="true" />
    </main>
  );
}
