import "./Header.css";

import { useState } from "react";

import { clockTime, useNow } from "../../shared/time";
import { Button } from "../../shared/ui/Button";
import { LanguageSwitch } from "../../shared/ui/LanguageSwitch";
import { useWords } from "../../shared/words/dictionary";
import { useLanguage } from "../../shared/words/language";
import { useBoardContext } from "../context";
import { boardWords } from "../words";
import { BoardMenu } from "./BoardMenu";
import { ConnectionChip } from "./ConnectionChip";
import { SoundSwitch } from "./SoundSwitch";

export function Header() {
  const words = useWords(boardWords);
  const { store } = useBoardContext();
  const [menuOpen, setMenuOpen] = useState(false);
  return (
    <header className="header">
      <h1 className="header__store" lang={store.default_language}>{store.name}</h1>
      <Clock />
      <ConnectionChip />
      <div className="header__actions">
        <SoundSwitch />
        <LanguageSwitch />
        <Button onClick={() => { setMenuOpen(true); }}>{words.menu}</Button>
      </div>
      <BoardMenu open={menuOpen} onClose={() => { setMenuOpen(false); }} />
    </header>
  );
}

/** The time in the store, wherever this device thinks it is. */
function Clock() {
  const { store } = useBoardContext();
  const language = useLanguage();
  const time = new Date(useNow(1000)).toISOString();
  return <time className="header__clock amount">{clockTime(time, store.time_zone, language)}</time>;
}
