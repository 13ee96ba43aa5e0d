import "./ItemCard.css";

import { memo } from "react";
import { useStore } from "zustand";

import type { MenuItem } from "../../shared/api/types";
import { useWords } from "../../shared/words/dictionary";
import { unitsIn } from "../cart/lines";
import { Icon } from "../Icon";
import { useTablet } from "../TabletContext";
import { Money, Name } from "../text";
import { factWords } from "./factWords";
import { Spiciness } from "./Spiciness";
import { useConflict } from "./wishes";
import { menuWords } from "./words";

export const ItemCard = memo(function ItemCard({ item, onPick }: { item: MenuItem; onPick: (item: MenuItem) => void }) {
  const words = useWords(menuWords);
  const conflict = useConflict(item);
  const isSoldOut = item.status === "sold_out";
  return (
    <button
      type="button"
      className={conflict === null ? "card" : "card card--unsuitable"}
      aria-disabled={isSoldOut}
      onClick={isSoldOut ? undefined : () => { onPick(item); }}
    >
      <span className="card__picture">
        {item.image && (
          <img src={item.image_small ?? item.image} alt="" width={400} height={300} loading="lazy" decoding="async" />
        )}
        <Badges item={item} />
        <InCart item={item} />
      </span>
      <Name className="card__name" of={item.name} />
      {conflict === null ? (
        <Name className="card__description" of={item.description} />
      ) : (
        <span className="card__conflict">{conflict}</span>
      )}
      <span className="card__foot">
        {isSoldOut ? <strong className="card__sold-out">{words.soldOut}</strong> : <Money amount={item.price} />}
        <Marks item={item} />
      </span>
    </button>
  );
});

const FEW = 5;
const MOST_BADGES = 2;

function Badges({ item: { badges, remaining, status } }: { item: MenuItem }) {
  const words = useWords(menuWords);
  const marks: { kind: string; text: string }[] = badges.map((badge) => ({ kind: badge, text: words[badge] }));
  if (status === "on_sale" && remaining !== null && remaining <= FEW) marks.unshift({ kind: "few", text: words.left(remaining) });
  if (marks.length === 0) return null;
  return (
    <span className="card__badges">
      {marks.slice(0, MOST_BADGES).map(({ kind, text }) => (
        <span key={kind} className={`card__badge card__badge--${kind}`}>{text}</span>
      ))}
    </span>
  );
}

function InCart({ item }: { item: MenuItem }) {
  const words = useWords(menuWords);
  const units = useStore(useTablet().cart.state, ({ lines }) => unitsIn(lines.filter(({ menu_item }) => menu_item === item.id)));
  if (units === 0) return null;
  return (
    <span key={units} className="card__count">
      <span aria-hidden="true">{units}</span>
      <span className="visually-hidden">{words.inCart(units)}</span>
    </span>
  );
}

/** What guests look for with one glance; the sheet has all of it in words. */
function Marks({ item: { spiciness, dietary, allergens } }: { item: MenuItem }) {
  const words = useWords(factWords);
  const diet = dietary.find((each) => each === "vegan") ?? dietary.find((each) => each === "vegetarian");
  return (
    <span className="card__marks">
      <Spiciness degree={spiciness} />
      {diet && (
        <span className="card__mark card__mark--diet"><Icon of="leaf" /><span className="visually-hidden">{words[diet]}</span></span>
      )}
      {dietary.includes("alcohol") && (
        <span className="card__mark card__mark--age"><span aria-hidden="true">19</span><span className="visually-hidden">{words.alcohol}</span></span>
      )}
      {allergens.length > 0 && (
        <span className="card__mark">
          <Icon of="wheat" />
          <span className="visually-hidden">{words.contains} {allergens.map((each) => words[each]).join(", ")}</span>
        </span>
      )}
    </span>
  );
}
