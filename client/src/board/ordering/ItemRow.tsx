import { useState } from "react";

import type { OptionGroup } from "../../shared/api/types";
import { Button } from "../../shared/ui/Button";
import { useWords } from "../../shared/words/dictionary";
import type { StaffMenuItem } from "../live/useMenu";
import { MenuText } from "../MenuText";
import { Money } from "../Money";
import { stockWords } from "../stock/words";
import { type CartLine, isComplete, lineOf, toggled } from "./cart";
import { orderingWords } from "./words";

interface ItemRowProps {
  item: StaffMenuItem;
  onAdd: (line: CartLine) => void;
}

/** The whole row adds the dish, or first unfolds what there is to choose. */
export function ItemRow({ item, onAdd }: ItemRowProps) {
  const words = { ...useWords(stockWords), ...useWords(orderingWords) };
  const [isOpen, setIsOpen] = useState(false);
  const isSoldOut = item.status === "sold_out";
  const hasOptions = item.option_groups.length > 0;
  const press = () => {
    if (hasOptions) setIsOpen(!isOpen);
    else onAdd(lineOf(item, []));
  };
  return (
    <>
      <button type="button" className="pick__row" aria-disabled={isSoldOut} aria-expanded={hasOptions ? isOpen : undefined} onClick={isSoldOut ? undefined : press}>
        <span className="pick__name"><MenuText of={item.name} /></span>
        <span>{isSoldOut ? words.soldOut : <Money amount={item.price} />}</span>
        <span className="pick__sign" aria-hidden="true">{hasOptions ? (isOpen ? "▴" : "▾") : "+"}</span>
      </button>
      {isOpen && <Options item={item} onAdd={(line) => { onAdd(line); setIsOpen(false); }} />}
    </>
  );
}

function Options({ item, onAdd }: ItemRowProps) {
  const words = useWords(orderingWords);
  const [chosen, setChosen] = useState<string[]>([]);
  return (
    <div className="pick__options">
      {item.option_groups.map((group) => (
        <Group key={group.id} group={group} chosen={chosen} onToggle={(id) => { setChosen(toggled(group, chosen, id)); }} />
      ))}
      <Button disabled={!isComplete(item.option_groups, chosen)} onClick={() => { onAdd(lineOf(item, chosen)); }}>{words.add}</Button>
    </div>
  );
}

interface GroupProps {
  group: OptionGroup;
  chosen: readonly string[];
  onToggle: (optionId: string) => void;
}

function Group({ group, chosen, onToggle }: GroupProps) {
  const words = { ...useWords(stockWords), ...useWords(orderingWords) };
  return (
    <fieldset className="choices">
      <legend><MenuText of={group.name} /> <span className="hint">{words.rule(group.min_choices, group.max_choices)}</span></legend>
      {group.options.map((option) => (
        <label key={option.id} className="choice">
          <input type="checkbox" checked={chosen.includes(option.id)} disabled={option.status !== "on_sale"} onChange={() => { onToggle(option.id); }} />
          <MenuText of={option.name} /> {option.status === "on_sale" ? option.price > 0 && <>+<Money amount={option.price} /></> : words.soldOut}
        </label>
      ))}
    </fieldset>
  );
}
