import "./Skeleton.css";

import { useWords } from "../shared/words/dictionary";
import { tabletWords } from "./words";

/** The places of header, rail and cards, while the menu is on its way. */
export function Skeleton() {
  const words = useWords(tabletWords);
  return (
    <main className="skeleton" aria-busy="true">
      <p className="visually-hidden" role="status">{words.loading}</p>
      <div className="skeleton__rail" />
      <SkeletonCards />
    </main>
  );
}

const PLACES = ["one", "two", "three", "four", "five", "six"];

export function SkeletonCards() {
  return (
    <div className="skeleton__cards">
      {PLACES.map((place) => <div key={place} className="skeleton__card" />)}
    </div>
  );
}
