import "./Header.css";

import { type MouseEvent, type ReactNode, useState } from "react";

import { clockTime, useNow } from "../../shared/time";
import { Button } from "../../shared/ui/Button";
import { LanguageSwitch } from "../../shared/ui/LanguageSwitch";
import { useWords } from "../../shared/words/dictionary";
import { useLanguage } from "../../shared/words/language";
import { useBoardContext } from "../context";
import { addressOf, goTo, type Page } from "../route";
import { boardWords } from "../words";
import { BoardMenu } from "./BoardMenu";
import { ConnectionChip } from "./ConnectionChip";
import { SoundSwitch } from "./SoundSwitch";

interface HeaderProps {
  page: Page;
  /** What this page adds. */
  children?: ReactNode;
}

export function Header({ page, children }: HeaderProps) {
  const words = useWords(boardWords);
  const { store } = useBoardContext();
  const [menuOpen, setMenuOpen] = useState(false);
  return (
    <header className="header">
      <h1 className="header__store" lang={store.default_language}>{store.name}</h1>
      <Clock />
      <ConnectionChip />
      <div className="header__middle">{children}</div>
      <Pages current={page} />
      <div className="header__actions">
        <SoundSwitch />
        <LanguageSwitch />
        <Button onClick={() => { setMenuOpen(true); }}>{words.menu}</Button>
      </div>
      <BoardMenu open={menuOpen} onClose={() => { setMenuOpen(false); }} />
    </header>
  );
}

export function Pages({ current }: { current: Page }) {
  const words = useWords(boardWords);
  const follow = (page: Page) => (event: MouseEvent) => {
    // A new tab, as for the kitchen's screen, is the browser's to open.
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    goTo(page);
  };
  return (
    <nav className="pages" aria-label={words.pages}>
      {(["board", "kitchen", "history"] as const).map((page) => (
        <a
          key={page}
          className="pages__link"
          href={addressOf(page)}
          aria-current={page === current ? "page" : undefined}
          onClick={follow(page)}
        >
          {words.page(page)}
        </a>
      ))}
    </nav>
  );
}

/** The time in the store, wherever this device thinks it is. */
export function Clock() {
  const { store } = useBoardContext();
  const language = useLanguage();
  const time = new Date(useNow(1000)).toISOString();
  return <time className="header__clock amount">{clockTime(time, store.time_zone, language)}</time>;
}
