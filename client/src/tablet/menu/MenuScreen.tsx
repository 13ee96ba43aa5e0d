import "./MenuScreen.css";

import { lazy, Suspense, useRef, useState } from "react";

import type { Category, MenuItem } from "../../shared/api/types";
import { useWords } from "../../shared/words/dictionary";
import { CartBar } from "../cart/CartBar";
import { CartPanel } from "../cart/CartPanel";
import type { CartLine } from "../cart/lines";
import { useMenu, useTablet } from "../TabletContext";
import { CategoryRail } from "./CategoryRail";
import { ItemList } from "./ItemList";
import { MenuLoading } from "./MenuLoading";
import { menuWords } from "./words";

// Drawn closed with the menu, so it comes at once, but after the menu.
const ItemSheet = lazy(() => import("./ItemSheet"));

/** What the sheet is about: an item to add, or the cart's line to change. */
interface Subject {
  item: MenuItem;
  line: CartLine | null;
}

export function MenuScreen() {
  const menu = useMenu();
  const { cart } = useTablet();
  const [subject, setSubject] = useState<Subject | null>(null);
  const [isFull, setIsFull] = useState(false);
  const categories = menu?.categories.filter(({ items }) => items.length > 0);

  const pick = (item: MenuItem) => {
    if (item.option_groups.length > 0) setSubject({ item, line: null });
    else setIsFull(!cart.add({ menu_item: item.id, name: item.name, options: [], quantity: 1, note: "" }));
  };
  const edit = (item: MenuItem, line: CartLine) => { setSubject({ item, line }); };

  if (!categories) return <MenuLoading />;
  if (categories.length === 0) return <MenuEmpty />;
  return (
    <div className="menu">
      <Sections categories={categories} onPick={pick} />
      <aside className="menu__cart">
        <CartPanel onEdit={edit} isFull={isFull} />
      </aside>
      <CartBar onEdit={edit} isFull={isFull} />
      <Suspense>
        <ItemSheet subject={subject} onClose={() => { setSubject(null); }} />
      </Suspense>
    </div>
  );
}

function Sections({ categories, onPick }: { categories: Category[]; onPick: (item: MenuItem) => void }) {
  const [chosen, setChosen] = useState<string | null>(null);
  const list = useRef<HTMLElement>(null);
  const current = categories.find(({ id }) => id === chosen) ?? categories[0];
  const choose = (id: string) => {
    setChosen(id);
    if (list.current) list.current.scrollTop = 0;
  };
  return (
    <>
      <CategoryRail categories={categories} current={current?.id ?? null} onChoose={choose} />
      <main className="menu__list" ref={list}>{current && <ItemList category={current} onPick={onPick} />}</main>
    </>
  );
}

function MenuEmpty() {
  const words = useWords(menuWords);
  return <main className="menu__nothing"><p>{words.empty}</p></main>;
}
