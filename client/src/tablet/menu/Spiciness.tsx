import { useWords } from "../../shared/words/dictionary";
import { menuWords } from "./words";

const HOTTEST = 3;

export function Spiciness({ degree }: { degree: number }) {
  const words = useWords(menuWords);
  if (degree === 0) return null;
  return (
    <span className="spiciness" role="img" aria-label={words.spiciness(degree)}>
      {Array.from({ length: HOTTEST }, (_, place) => (
        <svg key={place} className={place < degree ? "spiciness__on" : "spiciness__off"} viewBox="0 0 16 16" aria-hidden="true">
          <path d="M11 4c2 5-2 10-9 10 4-1 5-4 5-8 0-2 3-3 4-2zM10 3c0-1 1-2 2-2" />
        </svg>
      ))}
    </span>
  );
}
