import "../shared/ui/Dialog.css";
import "../tablet/menu/MenuScreen.css";
import "../tablet/Screens.css";
import "./Preview.css";

import { useEffect, useState } from "react";

import type { Menu, MenuItem } from "../shared/api/types";
import { Button } from "../shared/ui/Button";
import { Notice } from "../shared/ui/Notice";
import { useWords } from "../shared/words/dictionary";
import { interfaceLanguage, LANGUAGES, showLanguage, useLanguage } from "../shared/words/language";
import { ItemCard } from "../tablet/menu/ItemCard";
import { ItemForm } from "../tablet/menu/ItemSheet";
import { TabletContext } from "../tablet/TabletContext";
import { Name } from "../tablet/text";
import { createPreviewTablet } from "./previewTablet";
import { previewWords } from "./words";

interface Shown {
  menu: Menu;
  unseen: "hidden" | "category_hidden" | "hours" | null;
}

const NAMES = { ko: "한국어", en: "English" };

/** One item in the tablet's own parts, as it is stored. Looks again whenever the manager comes back from editing. */
export function Preview({ source }: { source: string }) {
  const [shown, setShown] = useState<Shown | "failed" | null>(null);
  const words = useWords(previewWords);
  useEffect(() => {
    const load = () => { void read(source).then(setShown, () => { setShown("failed"); }); };
    const comeBack = () => { if (!document.hidden) load(); };
    load();
    document.addEventListener("visibilitychange", comeBack);
    return () => { document.removeEventListener("visibilitychange", comeBack); };
  }, [source]);
  const store = shown === null || shown === "failed" ? null : shown.menu.store;
  const first = store?.default_language;
  useEffect(() => {
    if (first !== undefined) showLanguage(interfaceLanguage(first));
  }, [first]);
  return (
    <>
      <header className="preview__bar">
        <h1>{words.title}</h1>
        <Languages />
        <a className="button" href="../change/">{words.back}</a>
      </header>
      <main className="preview">
        {shown === "failed" && <Notice tone="error">{words.failed}</Notice>}
        {shown !== null && shown !== "failed" && <OneItem shown={shown} />}
      </main>
    </>
  );
}

function Languages() {
  const language = useLanguage();
  return (
    <div className="preview__languages">
      {LANGUAGES.map((each) => (
        <Button key={each} variant="plain" lang={each} aria-pressed={each === language} onClick={() => { showLanguage(each); }}>
          {NAMES[each]}
        </Button>
      ))}
    </div>
  );
}

function OneItem({ shown: { menu, unseen } }: { shown: Shown }) {
  const words = useWords(previewWords);
  const [tablet, setTablet] = useState(() => ({ of: menu, made: createPreviewTablet(menu) }));
  const [opened, setOpened] = useState(0);
  if (tablet.of !== menu) setTablet({ of: menu, made: createPreviewTablet(menu) });
  const item: MenuItem | undefined = menu.categories[0]?.items[0];
  if (item === undefined) return null;
  const again = () => { setOpened((before) => before + 1); };
  return (
    <TabletContext value={tablet.made}>
      <Notice tone={unseen ? "warning" : "info"}>{unseen ? words[unseen] : words.saved} {words.tried}</Notice>
      <div className="preview__parts">
        <section className="preview__card" aria-label={words.card}>
          <h2>{words.card}</h2>
          <ul className="menu__items"><li><ItemCard item={item} onPick={again} /></li></ul>
        </section>
        <section className="preview__sheet" aria-label={words.sheet}>
          <h2>{words.sheet}</h2>
          <div className="dialog__content">
            <h3><Name of={item.name} /></h3>
            <ItemForm key={`${item.id} ${opened}`} item={item} isGone={false} line={null} onClose={again} />
          </div>
        </section>
      </div>
    </TabletContext>
  );
}

async function read(source: string): Promise<Shown> {
  const answer = await fetch(source, { headers: { Accept: "application/json" } });
  if (!answer.ok || answer.redirected) throw new Error(`HTTP ${answer.status}`);
  return (await answer.json()) as Shown;
}
