import "./EasyMenu.css";

import { useState } from "react";

import type { Category, MenuItem } from "../../shared/api/types";
import { Button } from "../../shared/ui/Button";
import { useWords } from "../../shared/words/dictionary";
import { CategoryRail } from "../menu/CategoryRail";
import { inOrder, Items } from "../menu/ItemList";
import { ReadAloud } from "../menu/ReadAloud";
import { menuWords } from "../menu/words";
import { Name } from "../text";

const PER_PAGE = 4;

interface EasyMenuProps {
  categories: Category[];
  onPick: (item: MenuItem) => void;
}

/** Four dishes at a time, and nothing to scroll: "next" leads through the whole menu. */
export default function EasyMenu({ categories, onPick }: EasyMenuProps) {
  const words = useWords(menuWords);
  const [place, setPlace] = useState(0);
  const pages = categories.flatMap(pagesOf);
  const now = Math.min(place, pages.length - 1);
  const page = pages[now];
  if (page === undefined) return null;
  return (
    <>
      <CategoryRail
        categories={categories}
        current={page.category.id}
        onChoose={(id) => { setPlace(pages.findIndex(({ category }) => category.id === id)); }}
      />
      <main className="easy">
        <div className="easy__head">
          <h2><Name of={page.category.name} /></h2>
          <ReadAloud key={now} items={page.items} />
        </div>
        <div key={now} className="easy__page"><Items items={page.items} onPick={onPick} /></div>
        <div className="easy__steps">
          <Button disabled={now === 0} onClick={() => { setPlace(now - 1); }}>◀ {words.previous}</Button>
          <span role="status">{words.page(now + 1, pages.length)}</span>
          <Button disabled={now === pages.length - 1} onClick={() => { setPlace(now + 1); }}>{words.next} ▶</Button>
        </div>
      </main>
    </>
  );
}

function pagesOf(category: Category): { category: Category; items: MenuItem[] }[] {
  const items = inOrder(category.items);
  const starts = Array.from({ length: Math.ceil(items.length / PER_PAGE) }, (_, page) => page * PER_PAGE);
  return starts.map((start) => ({ category, items: items.slice(start, start + PER_PAGE) }));
}
