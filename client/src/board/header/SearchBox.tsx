import type { KeyboardEvent } from "react";

import { useWords } from "../../shared/words/dictionary";
import { boardWords } from "../words";

interface SearchBoxProps {
  value: string;
  onChange: (value: string) => void;
  onEnter: () => void;
}

/** Finds a table or an order by its number. */
export function SearchBox({ value, onChange, onEnter }: SearchBoxProps) {
  const words = useWords(boardWords);
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === "Enter") onEnter();
    if (event.key !== "Escape") return;
    onChange("");
    event.currentTarget.blur();
  };
  return (
    <input
      className="search"
      type="search"
      inputMode="numeric"
      autoComplete="off"
      maxLength={6}
      placeholder={words.searchHint}
      aria-label={words.search}
      data-search=""
      value={value}
      onChange={({ target }) => { onChange(target.value.replace(/\D/g, "")); }}
      onKeyDown={onKeyDown}
    />
  );
}
