import "./Header.css";

import { useStore } from "zustand";

import { Button } from "../shared/ui/Button";
import { useWords } from "../shared/words/dictionary";
import { chooseLanguage, useLanguage } from "../shared/words/language";
import { CallButton } from "./calls/CallButton";
import { Icon } from "./Icon";
import { TableSign } from "./TableSign";
import { useRestaurant, useTable, useTablet } from "./TabletContext";
import { Money } from "./text";
import { tabletWords } from "./words";

export type View = "menu" | "orders";

interface HeaderProps {
  view: View;
  onView: (view: View) => void;
  onMove: () => void;
  /** Guests came here by its button for large type, which keeps the focus. */
  isSwitched: boolean;
}

/** At the top; in easy mode at the bottom, within reach from a seat. */
export function Header({ view, onView, onMove, isSwitched }: HeaderProps) {
  const restaurant = useRestaurant();
  return (
    <header className="header">
      <TableSign onMove={onMove}>
        <span className="header__store">{restaurant?.name}</span>
      </TableSign>
      <ViewButton view={view} onView={onView} />
      <CallButton />
      <EasyButton autoFocus={isSwitched} />
      <LanguageButton />
    </header>
  );
}

function ViewButton({ view, onView }: Pick<HeaderProps, "view" | "onView">) {
  const words = useWords(tabletWords);
  const bill = useTable((state) => state.bill);
  const next: View = view === "menu" ? "orders" : "menu";
  return (
    <Button onClick={() => { onView(next); }}>
      <Icon of={next} />
      <span className="header__label">{next === "orders" ? words.orders : words.toMenu}</span>
      {next === "orders" && bill !== null && bill.orders.length > 0 && (
        <strong className="header__bill"><Money amount={bill.total} /></strong>
      )}
    </Button>
  );
}

function EasyButton({ autoFocus }: { autoFocus: boolean }) {
  const words = useWords(tabletWords);
  const { preferences } = useTablet();
  const easy = useStore(preferences.state, (choices) => choices.easy);
  return (
    <Button autoFocus={autoFocus} onClick={() => { preferences.change({ easy: !easy }); }}>
      <Icon of="large" />
      <span className="header__label">{easy ? words.usual : words.easy}</span>
    </Button>
  );
}

const OTHER = { ko: { language: "en", name: "English" }, en: { language: "ko", name: "한국어" } } as const;

/** Names the other language in its own tongue, and changes to it at once. */
function LanguageButton() {
  const { language, name } = OTHER[useLanguage()];
  return (
    <Button lang={language} onClick={() => { chooseLanguage(language); }}>
      <Icon of="language" />
      <span className="header__label">{name}</span>
    </Button>
  );
}
