import "./MenuScreen.css";

import { lazy, Suspense, useDeferredValue, useEffect, useMemo } from "react";
import { useStore } from "zustand";

import { Button } from "../../shared/ui/Button";
import { useConnection } from "../../shared/events/useConnection";
import { useWords } from "../../shared/words/dictionary";
import { CartBar } from "../cart/CartBar";
import { CartPanel } from "../cart/CartPanel";
import { PARTS } from "../parts";
import { SkeletonCards } from "../Skeleton";
import { useMenu, useTablet } from "../TabletContext";
import { Browser } from "./Browser";
import { keepPictures } from "./keepPictures";
import { usePicking } from "./usePicking";
import { useWishes, WishesContext } from "./wishes";
import { menuWords } from "./words";

const ItemSheet = lazy(PARTS.sheet);
const AlcoholQuestion = lazy(PARTS.alcohol);
const EasyMenu = lazy(PARTS.easyMenu);

export function MenuScreen() {
  const menu = useMenu();
  const easy = useDeferredValue(useStore(useTablet().preferences.state, (choices) => choices.easy));
  const wishes = useWishes();
  const { subject, asked, isFull, pick, edit, ofAge, close } = usePicking();
  const categories = useMemo(() => menu?.categories.filter(({ items }) => items.length > 0), [menu]);

  useEffect(() => {
    let isOver = false;
    if (menu) void keepPictures(menu, () => isOver);
    return () => { isOver = true; };
  }, [menu]);

  if (!categories) return <MenuLoading />;
  if (categories.length === 0) return <MenuEmpty />;
  return (
    <WishesContext value={wishes}>
      <div className="menu">
        {easy ? (
          <Suspense fallback={<><div className="rail" /><main className="menu__main" /></>}><EasyMenu categories={categories} onPick={pick} /></Suspense>
        ) : (
          <Browser categories={categories} onPick={pick} />
        )}
        <aside className="menu__cart">
          <CartPanel onEdit={edit} isFull={isFull} />
        </aside>
        <CartBar onEdit={edit} isFull={isFull} />
        <Suspense>
          <ItemSheet subject={subject} onClose={close} />
          <AlcoholQuestion item={asked} onYes={ofAge} onNo={close} />
        </Suspense>
      </div>
    </WishesContext>
  );
}

/** Before the first menu: the cards' places, and words when it takes more than a moment. */
function MenuLoading() {
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
    <main className="menu menu--loading" aria-busy="true">
      <p className="visually-hidden" role="status">{words.loading}</p>
      <div className="rail" />
      <SkeletonCards />
    </main>
  );
}

function MenuEmpty() {
  const words = useWords(menuWords);
  return <main className="menu__nothing"><p>{words.empty}</p></main>;
}
