import type { MenuItem } from "../../shared/api/types";
import { useWords } from "../../shared/words/dictionary";
import { Money, Name } from "../text";
import { Spiciness } from "./Spiciness";
import { factWords } from "./factWords";
import { ReadAloud } from "./ReadAloud";

export function ItemFacts({ item }: { item: MenuItem }) {
  const words = useWords(factWords);
  return (
    <div className="item__facts">
      {item.image && <img className="item__picture" src={item.image} alt="" width={640} height={360} />}
      <p className="item__price"><Money amount={item.price} /> <Spiciness degree={item.spiciness} /> <ReadAloud items={[item]} /></p>
      <p><Name of={item.description} /></p>
      <dl className="item__contents">
        <Facts title={words.dietary} facts={item.dietary.map((fact) => words[fact])} />
        <Facts title={words.contains} facts={item.allergens.map((fact) => words[fact])} />
      </dl>
    </div>
  );
}

function Facts({ title, facts }: { title: string; facts: string[] }) {
  if (facts.length === 0) return null;
  return (
    <div>
      <dt>{title}</dt>
      <dd>{facts.join(", ")}</dd>
    </div>
  );
}
