import { lazy, Suspense, useState } from "react";
import { useStore } from "zustand";

import { useWords } from "../../shared/words/dictionary";
import { Icon } from "../Icon";
import { PARTS } from "../parts";
import { useTablet } from "../TabletContext";
import { wishCount } from "./suits";
import { menuWords } from "./words";

const FilterSheet = lazy(PARTS.filter);

/** Finding a dish, and leaving out what one does not eat. */
export function Toolbar({ query, onQuery }: { query: string; onQuery: (query: string) => void }) {
  const words = useWords(menuWords);
  return (
    <div className="toolbar">
      <div className="toolbar__search" role="search">
        <Icon of="search" />
        <input
          type="search"
          className="toolbar__input"
          aria-label={words.search}
          placeholder={words.search}
          value={query}
          maxLength={50}
          autoComplete="off"
          enterKeyHint="search"
          onChange={(event) => { onQuery(event.currentTarget.value); }}
        />
        {query !== "" && (
          <button type="button" className="toolbar__clear" aria-label={words.clearSearch} onClick={() => { onQuery(""); }}>✕</button>
        )}
      </div>
      <FilterButton />
    </div>
  );
}

function FilterButton() {
  const words = useWords(menuWords);
  const { preferences } = useTablet();
  const count = useStore(preferences.state, wishCount);
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        className={count > 0 ? "button toolbar__filter toolbar__filter--on" : "button toolbar__filter"}
        onClick={() => { setIsOpen(true); }}
      >
        <Icon of="filter" />
        <span>{words.filter}</span>
        {count > 0 && <span className="toolbar__count"><span aria-hidden="true">{count}</span><span className="visually-hidden">{words.wishes(count)}</span></span>}
      </button>
      <Suspense>
        <FilterSheet open={isOpen} onClose={() => { setIsOpen(false); }} />
      </Suspense>
    </>
  );
}
