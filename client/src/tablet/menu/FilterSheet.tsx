import "./FilterSheet.css";

import type { ReactNode } from "react";
import { useStore } from "zustand";

import type { Menu } from "../../shared/api/types";
import { Button } from "../../shared/ui/Button";
import { useWords } from "../../shared/words/dictionary";
import type { Allergen, Diet } from "../preferences";
import { Sheet } from "../Sheet";
import { useMenu, useTablet } from "../TabletContext";
import { factWords } from "./factWords";
import { filterWords } from "./filterWords";
import { conflictOf, wishCount } from "./suits";

const DIETS: Diet[] = ["vegetarian", "vegan", "gluten_free", "halal"];

/** What these guests do not eat. Dishes that do not suit go grey on the menu, with the reason. */
export default function FilterSheet({ open, onClose }: { open: boolean; onClose: () => void }) {
  const words = useWords(filterWords);
  return (
    <Sheet open={open} title={words.title} onClose={onClose}>
      <Wishes onClose={onClose} />
    </Sheet>
  );
}

function Wishes({ onClose }: { onClose: () => void }) {
  const words = useWords(filterWords);
  const facts = useWords(factWords);
  const { preferences } = useTablet();
  const wishes = useStore(preferences.state);
  const menu = useMenu();
  const { allergens, diets } = offered(menu);
  const suiting = dishes(menu).filter((item) => conflictOf(item, wishes) === null).length;
  return (
    <>
      <p>{words.hint}</p>
      <ChipSet
        title={words.without}
        all={allergens}
        chosen={wishes.avoid}
        nameOf={(allergen) => facts[allergen]}
        onChange={(avoid) => { preferences.change({ avoid }); }}
      >
        <Chip
          name={facts.alcohol}
          isChosen={wishes.noAlcohol}
          onToggle={() => { preferences.change({ noAlcohol: !wishes.noAlcohol }); }}
        />
      </ChipSet>
      <ChipSet
        title={words.only}
        all={diets}
        chosen={wishes.diet}
        nameOf={(diet) => facts[diet]}
        onChange={(diet) => { preferences.change({ diet }); }}
      />
      <p className="filter__warning">{words.warning}</p>
      <div className="actions filter__actions">
        <Button
          disabled={wishCount(wishes) === 0}
          onClick={() => { preferences.change({ avoid: [], diet: [], noAlcohol: false }); }}
        >
          {words.clear}
        </Button>
        <Button variant="primary" onClick={onClose}>{words.show(suiting)}</Button>
      </div>
    </>
  );
}

interface ChipSetProps<Fact extends string> {
  title: string;
  all: Fact[];
  chosen: Fact[];
  nameOf: (fact: Fact) => string;
  onChange: (chosen: Fact[]) => void;
  children?: ReactNode;
}

function ChipSet<Fact extends string>({ title, all, chosen, nameOf, onChange, children }: ChipSetProps<Fact>) {
  const toggle = (fact: Fact) => {
    onChange(chosen.includes(fact) ? chosen.filter((each) => each !== fact) : [...chosen, fact]);
  };
  return (
    <fieldset>
      <legend className="filter__legend">{title}</legend>
      <div className="chips">
        {all.map((fact) => (
          <Chip key={fact} name={nameOf(fact)} isChosen={chosen.includes(fact)} onToggle={() => { toggle(fact); }} />
        ))}
        {children}
      </div>
    </fieldset>
  );
}

function Chip({ name, isChosen, onToggle }: { name: string; isChosen: boolean; onToggle: () => void }) {
  return (
    <label className="chip">
      <input type="checkbox" className="visually-hidden" checked={isChosen} onChange={onToggle} />
      {isChosen && <span aria-hidden="true">✓</span>}
      {name}
    </label>
  );
}

function dishes(menu: Menu | null) {
  return menu?.categories.flatMap(({ items }) => items) ?? [];
}

/** Only what makes a difference here. */
function offered(menu: Menu | null): { allergens: Allergen[]; diets: Diet[] } {
  const all = dishes(menu);
  return {
    allergens: [...new Set(all.flatMap(({ allergens }) => allergens))],
    diets: DIETS.filter((diet) => all.some(({ dietary }) => dietary.includes(diet))),
  };
}
