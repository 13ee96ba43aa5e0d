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
  return (
    <fieldset className={isMissing ? "group group--missing" : "group"}>
      <legend className="group__legend"><b><Name of={group.name} /></b> <Rule group={group} chosen={chosen} /></legend>
      {isMissing && <p className="group__missing" role="alert">{words.choose(text)}</p>}
      <div className="group__options">
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
      </div>
    </fieldset>
  );
}

/** What is asked, and as one goes: what is still open, and that it is enough. */
function Rule({ group, chosen }: Pick<OptionGroupFieldProps, "group" | "chosen">) {
  const words = useWords(itemWords);
  const { min_choices: min, max_choices: max } = group;
  const count = chosenIn(group, chosen).length;
  const isDone = min > 0 && count >= min;
  return (
    <span className="group__rules">
      {min > 0 && !isDone && <strong className="group__required">{words.required}</strong>}
      {isDone && <strong className="group__done">✓ {words.done}</strong>}
      <span className="group__rule" aria-live="polite">
        {min === 0 ? `${words.optional} · ${words.pickUpTo(max, count)}` : words.pick(min, max)}
        {count > 0 && count < min && ` · ${words.more(min - count)}`}
        {!isSingle(group) && count >= max && ` · ${words.most(max)}`}
      </span>
    </span>
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
