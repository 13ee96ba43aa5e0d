import "./Attract.css";

import { useEffect, useState } from "react";

import type { Menu, MenuItem } from "../../shared/api/types";
import { useWords } from "../../shared/words/dictionary";
import { chooseLanguage, LANGUAGES, useLanguage } from "../../shared/words/language";
import { useStop } from "../stop";
import { TableSign } from "../TableSign";
import { useMenu, useRestaurant, useTablet } from "../TabletContext";
import { Name } from "../text";
import { tabletWords } from "../words";

const NAMES = { ko: "한국어", en: "English" };

/** Between two visits: what the kitchen is proud of, and an invitation that all can read. Any touch begins. */
export function Attract({ onMove }: { onMove: () => void }) {
  const words = useWords(tabletWords);
  const { wake } = useTablet();
  const restaurant = useRestaurant();
  const stop = useStop();
  const other = useLanguage() === "ko" ? "en" : "ko";
  const invitation = ({ seeMenu, touchToOrder }: typeof words) => (stop ? seeMenu : touchToOrder);
  return (
    <main className="attract">
      <Slides items={promoted(useMenu())} />
      <div className="attract__dim" />
      <button type="button" className="attract__start" onClick={wake}>
        <span className="attract__store">{restaurant?.name}</span>
        <strong className="attract__invitation">{invitation(words)}</strong>
        <span className="attract__invitation-too" lang={other}>{invitation(tabletWords[other])}</span>
        {stop && <span className="attract__paused">{stop.text}</span>}
      </button>
      <TableSign onMove={onMove} />
      <Languages />
    </main>
  );
}

function Languages() {
  const { wake } = useTablet();
  const language = useLanguage();
  const begin = (chosen: (typeof LANGUAGES)[number]) => {
    chooseLanguage(chosen);
    wake();
  };
  return (
    <div className="attract__languages">
      {LANGUAGES.map((each) => (
        <button key={each} type="button" lang={each} aria-pressed={each === language} onClick={() => { begin(each); }}>
          {NAMES[each]}
        </button>
      ))}
    </div>
  );
}

const SHOWN_FOR = 8000;

/** One dish at a time. Still for guests who want no motion. */
function Slides({ items }: { items: MenuItem[] }) {
  const words = useWords(tabletWords);
  const [place, setPlace] = useState(0);
  const [isPaused, setIsPaused] = useState(wantsNoMotion);
  const moves = !isPaused && items.length > 1;
  useEffect(() => {
    if (!moves) return;
    const timer = setInterval(() => { setPlace((now) => now + 1); }, SHOWN_FOR);
    return () => { clearInterval(timer); };
  }, [moves]);
  const item = items[place % items.length];
  if (!item?.image) return null;
  return (
    <>
      <figure key={item.id} className="attract__slide">
        <img src={item.image} alt="" width={1280} height={800} fetchPriority="high" />
        <figcaption><Name of={item.name} /></figcaption>
      </figure>
      {items.length > 1 && (
        <button type="button" className="attract__pause" aria-pressed={isPaused} onClick={() => { setIsPaused(!isPaused); }}>
          <span aria-hidden="true">{isPaused ? "▶" : "❚❚"}</span>
          <span className="visually-hidden">{words.stillPictures}</span>
        </button>
      )}
    </>
  );
}

const MOST_SLIDES = 6;

/** What the shop recommends, else what sells best, else nothing: then the ground alone. */
export function promoted(menu: Menu | null): MenuItem[] {
  const all = menu?.categories.flatMap(({ items }) => items) ?? [];
  return all.filter(({ badges, image, status }) => badges.length > 0 && image && status === "on_sale").slice(0, MOST_SLIDES);
}

function wantsNoMotion(): boolean {
  return typeof window.matchMedia === "function" && window.matchMedia("(prefers-reduced-motion: reduce)").matches;
}
