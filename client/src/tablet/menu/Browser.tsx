import { memo, useDeferredValue, useState } from "react";

import type { Category, MenuItem } from "../../shared/api/types";
import { useWords } from "../../shared/words/dictionary";
import { LaterLanguage } from "../../shared/words/LaterLanguage";
import { CategoryRail } from "./CategoryRail";
import { CategorySection, inOrder, Items } from "./ItemList";
import { findDishes } from "./search";
import { Toolbar } from "./Toolbar";
import { useSections } from "./useSections";
import { menuWords } from "./words";

interface BrowserProps {
  categories: Category[];
  onPick: (item: MenuItem) => void;
}

/** The whole menu in one list, with the rail that follows it; or what was searched for. */
export const Browser = memo(function Browser({ categories, onPick }: BrowserProps) {
  const { list, current, follow, goTo } = useSections();
  const [query, setQuery] = useState("");
  // What is out of sight is drawn a moment later, and typing never waits for its results.
  const shown = useDeferredValue(categories, beginningOf(categories));
  const wanted = useDeferredValue(query.trim());
  const choose = (id: string) => {
    setQuery("");
    // The sections come back first.
    if (wanted === "") goTo(id);
    else setTimeout(() => { goTo(id); });
  };
  const inSight = current ?? categories[0]?.id ?? null;
  return (
    <>
      <CategoryRail categories={categories} current={wanted === "" ? inSight : null} onChoose={choose} />
      <main className="menu__main">
        <Toolbar query={query} onQuery={setQuery} />
        <div className="menu__list" ref={list} onScroll={wanted === "" ? follow : undefined}>
          <LaterLanguage>
            {wanted === "" ? (
              shown.map((category) => <CategorySection key={category.id} category={category} onPick={onPick} />)
            ) : (
              <Found categories={categories} query={wanted} onPick={onPick} />
            )}
          </LaterLanguage>
        </div>
      </main>
    </>
  );
});

/** More than a screen shows. */
const AT_FIRST = 16;

function beginningOf([first]: Category[]): Category[] {
  return first ? [{ ...first, items: inOrder(first.items).slice(0, AT_FIRST) }] : [];
}

function Found({ categories, query, onPick }: BrowserProps & { query: string }) {
  const words = useWords(menuWords);
  const items = findDishes(categories, query);
  return (
    <section className="menu__section" aria-labelledby="found">
      <h2 id="found"><span role="status">{words.found(items.length, query)}</span></h2>
      {items.length === 0 && <p className="menu__hint">{words.tryOther}</p>}
      <Items items={inOrder(items)} onPick={onPick} />
    </section>
  );
}
