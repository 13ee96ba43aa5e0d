import "./ItemCard.css";

import { useStore } from "zustand";

import type { MenuItem } from "../../shared/api/types";
import { useWords } from "../../shared/words/dictionary";
import { unitsIn } from "../cart/lines";
import { useTablet } from "../TabletContext";
import { Money, Name } from "../text";
import { Spiciness } from "./Spiciness";
import { menuWords } from "./words";

export function ItemCard({ item, onPick }: { item: MenuItem; onPick: () => void }) {
  const words = useWords(menuWords);
  const isSoldOut = item.status === "sold_out";
  return (
    <button type="button" className="card" aria-disabled={isSoldOut} onClick={isSoldOut ? undefined : onPick}>
      <span className="card__picture">
        {item.image && <img src={item.image} alt="" width={400} height={300} loading="lazy" decoding="async" />}
        <Badges item={item} />
        <InCart item={item} />
      </span>
      <Name className="card__name" of={item.name} />
      <Name className="card__description" of={item.description} />
      <span className="card__foot">
        {isSoldOut ? <strong className="card__sold-out">{words.soldOut}</strong> : <Money amount={item.price} />}
        <Spiciness degree={item.spiciness} />
      </span>
    </button>
  );
}

const FEW = 5;
const MOST_BADGES = 2;

function Badges({ item: { badges, remaining, status } }: { item: MenuItem }) {
  const words = useWords(menuWords);
  const texts: string[] = badges.map((badge) => words[badge]);
  if (status === "on_sale" && remaining !== null && remaining <= FEW) texts.unshift(words.left(remaining));
  if (texts.length === 0) return null;
  return (
    <span className="card__badges">
      {texts.slice(0, MOST_BADGES).map((text) => <span key={text} className="card__badge">{text}</span>)}
    </span>
  );
}

function InCart({ item }: { item: MenuItem }) {
  const words = useWords(menuWords);
  const { lines } = useStore(useTablet().cart.state);
  const units = unitsIn(lines.filter(({ menu_item }) => menu_item === item.id));
  if (units === 0) return null;
  return (
    <span className="card__count">
      <span aria-hidden="true">{units}</span>
      <span className="visually-hidden">{words.inCart(units)}</span>
    </span>
  );
}
