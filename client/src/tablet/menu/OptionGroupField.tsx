import type { Option, OptionGroup } from "../../shared/api/types";
import { useWords } from "../../shared/words/dictionary";
import { Money, Name, useMenuText } from "../text";
import { chosenIn, isFull, isSingle } from "./choices";
import { itemWords } from "./itemWords";

interface OptionGroupFieldProps {
  group: OptionGroup;
  chosen: readonly string[];
  /** The guest tried to go on without this one. */
  isMissing: boolean;
  onToggle: (id: string) => void;
}

export function OptionGroupField({ group, chosen, isMissing, onToggle }: OptionGroupFieldProps) {
  const words = useWords(itemWords);
  const { text } = useMenuText()(group.name);
  const count = chosenIn(group, chosen).length;
  return (
    <fieldset className={isMissing ? "group group--missing" : "group"}>
      <legend className="group__legend">
        <Name of={group.name} />{" "}
        {group.min_choices > 0 ? (
          <><strong>{words.required}</strong> · {words.pick(group.min_choices, group.max_choices)}</>
        ) : (
          <>{words.optional} · {words.pickUpTo(group.max_choices, count)}</>
        )}
      </legend>
      {isMissing && <p className="group__missing" role="alert">{words.choose(text)}</p>}
      {group.options.map((option) => (
        <OptionRow
          key={option.id}
          group={group}
          option={option}
          isChosen={chosen.includes(option.id)}
          isBeyond={!isSingle(group) && isFull(group, chosen)}
          onToggle={() => { onToggle(option.id); }}
        />
      ))}
    </fieldset>
  );
}

interface OptionRowProps {
  group: OptionGroup;
  option: Option;
  isChosen: boolean;
  /** The group is full: only what is chosen can be touched. */
  isBeyond: boolean;
  onToggle: () => void;
}

function OptionRow({ group, option, isChosen, isBeyond, onToggle }: OptionRowProps) {
  const words = useWords(itemWords);
  const isSoldOut = option.status === "sold_out";
  return (
    <label className="option">
      <input
        className="option__input"
        type={isSingle(group) ? "radio" : "checkbox"}
        name={group.id}
        checked={isChosen}
        disabled={isSoldOut || (isBeyond && !isChosen)}
        onChange={onToggle}
      />
      {isSoldOut ? <s><Name of={option.name} /></s> : <Name of={option.name} />}
      <span className="option__price">
        {isSoldOut && words.soldOut}
        {!isSoldOut && option.price !== 0 && <>+<Money amount={option.price} /></>}
      </span>
    </label>
  );
}
