/** The options chosen for an item, as their ids: which are allowed, which are missing. */
import type { MenuItem, Option, OptionGroup } from "../../shared/api/types";

/** One answer and no more: shown as radio buttons. */
export function isSingle(group: OptionGroup): boolean {
  return group.min_choices === 1 && group.max_choices === 1;
}

/** Required ones first, those with a single answer before the others. */
export function groupsInOrder(item: MenuItem): OptionGroup[] {
  const rank = (group: OptionGroup) => (isSingle(group) ? 0 : group.min_choices > 0 ? 1 : 2);
  return item.option_groups.toSorted((one, other) => rank(one) - rank(other));
}

export function chosenIn(group: OptionGroup, chosen: readonly string[]): Option[] {
  return group.options.filter(({ id }) => chosen.includes(id));
}

/** The chosen options in the menu's order, whatever the order of touching. */
export function optionsOf(item: MenuItem, chosen: readonly string[]): Option[] {
  return item.option_groups.flatMap((group) => chosenIn(group, chosen));
}

export function isFull(group: OptionGroup, chosen: readonly string[]): boolean {
  return chosenIn(group, chosen).length >= group.max_choices;
}

/** What is chosen before anyone touched: only what leaves no choice. */
export function firstChoices(item: MenuItem): string[] {
  return item.option_groups.flatMap((group) => {
    const left = group.options.filter(({ status }) => status === "on_sale");
    return group.min_choices === 1 && left.length === 1 ? left.map(({ id }) => id) : [];
  });
}

/** An earlier choice without what has since gone or sold out. */
export function stillOffered(item: MenuItem, chosen: readonly string[]): string[] {
  return optionsOf(item, chosen).filter(({ status }) => status === "on_sale").map(({ id }) => id);
}

export function toggle(group: OptionGroup, chosen: readonly string[], id: string): string[] {
  if (isSingle(group)) return [...chosen.filter((each) => !group.options.some((option) => option.id === each)), id];
  if (chosen.includes(id)) return chosen.filter((each) => each !== id);
  return isFull(group, chosen) ? [...chosen] : [...chosen, id];
}

/** The first group, as shown, that still needs an answer. */
export function firstShort(item: MenuItem, chosen: readonly string[]): OptionGroup | null {
  return groupsInOrder(item).find((group) => chosenIn(group, chosen).length < group.min_choices) ?? null;
}

/** Whether the server would take these choices. */
export function areAllowed(item: MenuItem, chosen: readonly string[]): boolean {
  const offered = stillOffered(item, chosen);
  const fits = (group: OptionGroup) => chosenIn(group, offered).length <= group.max_choices;
  return offered.length === chosen.length && firstShort(item, offered) === null && item.option_groups.every(fits);
}
