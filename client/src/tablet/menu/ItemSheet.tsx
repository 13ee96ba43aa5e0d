import "./ItemSheet.css";

import { type SubmitEvent, useRef, useState } from "react";

import type { MenuItem, OptionGroup } from "../../shared/api/types";
import { afterPaint } from "../../shared/ui/afterPaint";
import { Notice } from "../../shared/ui/Notice";
import { useWords } from "../../shared/words/dictionary";
import { type CartLine, lineKey, MOST_LINES, MOST_UNITS } from "../cart/lines";
import { useStop } from "../stop";
import { Sheet } from "../Sheet";
import { useMenu, useTablet } from "../TabletContext";
import { Name } from "../text";
import { unitPrice } from "../cart/pricing";
import { firstChoices, firstShort, groupsInOrder, optionsOf, stillOffered, toggle } from "./choices";
import { ItemFacts } from "./ItemFacts";
import { findItem } from "./liveMenu";
import { NoteField } from "./NoteField";
import { OptionGroupField } from "./OptionGroupField";
import { SheetFooter } from "./SheetFooter";
import { SheetNews } from "./SheetNews";
import { menuWords } from "./words";

interface ItemSheetProps {
  /** An item to add, or with `line` the cart's line to change. */
  subject: { item: MenuItem; line: CartLine | null } | null;
  onClose: () => void;
}

export default function ItemSheet({ subject, onClose }: ItemSheetProps) {
  const menu = useMenu();
  // The menu may change while the sheet is open.
  const item = subject && findItem(menu, subject.item.id);
  return (
    <Sheet open={subject !== null} title={subject && <Name of={subject.item.name} />} onClose={onClose}>
      {subject && <ItemForm item={item ?? subject.item} isGone={item === null} line={subject.line} onClose={onClose} />}
    </Sheet>
  );
}

interface ItemFormProps {
  item: MenuItem;
  isGone: boolean;
  line: CartLine | null;
  onClose: () => void;
}

/** What the sheet holds. */
export function ItemForm({ item, isGone, line, onClose }: ItemFormProps) {
  const menu = useWords(menuWords);
  const { cart } = useTablet();
  const [touched, setTouched] = useState(() => line?.options ?? firstChoices(item));
  const [wantedQuantity, setQuantity] = useState(line?.quantity ?? 1);
  // As many as are left, should they become fewer while the sheet is open.
  const quantity = Math.max(1, Math.min(wantedQuantity, item.remaining ?? wantedQuantity));
  const [note, setNote] = useState(line?.note ?? "");
  const [missing, setMissing] = useState<OptionGroup | null>(null);
  const [isFull, setIsFull] = useState(false);
  const isSaved = useRef(false);
  const form = useRef<HTMLFormElement>(null);
  const chosen = stillOffered(item, touched);
  const short = firstShort(item, chosen);
  const stop = useStop();
  const cannotBeOrdered = isGone || stop?.isClosed === true || item.status === "sold_out";

  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    setMissing(short);
    if (cannotBeOrdered) onClose();
    else if (short) pointTo(form.current, short);
    else if (!isSaved.current) save();
  };
  const save = () => {
    const wanted = lineOf(item, chosen, quantity, note);
    isSaved.current = line ? cart.change(lineKey(line), wanted) : cart.add(wanted);
    setIsFull(!isSaved.current);
    // The cart answers the touch, and the sheet goes with the paint after.
    if (isSaved.current) afterPaint(onClose);
  };

  return (
    <form ref={form} className="item" onSubmit={submit}>
      <SheetNews item={item} isGone={isGone} />
      <ItemFacts item={item} />
      {groupsInOrder(item).map((group) => (
        <OptionGroupField
          key={group.id}
          group={group}
          chosen={chosen}
          isMissing={missing?.id === group.id && short?.id === group.id}
          onToggle={(id) => { setTouched(toggle(group, chosen, id)); }}
        />
      ))}
      {!cannotBeOrdered && <NoteField item={item} note={note} onChange={setNote} />}
      {isFull && <Notice tone="warning">{menu.full(MOST_LINES, MOST_UNITS)}</Notice>}
      <SheetFooter
        item={item}
        chosen={chosen}
        short={short}
        quantity={quantity}
        onQuantity={setQuantity}
        state={cannotBeOrdered ? "closed" : short ? "short" : "ready"}
        closed={stop?.isClosed ? stop.text : null}
        isChange={line !== null}
      />
    </form>
  );
}

function lineOf(item: MenuItem, chosen: readonly string[], quantity: number, note: string): CartLine {
  const options = optionsOf(item, chosen);
  return {
    menu_item: item.id,
    name: item.name,
    options: options.map(({ id }) => id),
    quantity,
    note: note.trim(),
    unit_price: unitPrice(item, options),
  };
}

function pointTo(form: HTMLFormElement | null, group: OptionGroup): void {
  const field = form?.elements.namedItem(group.id);
  const first = field instanceof RadioNodeList ? field[0] : field;
  if (first instanceof HTMLElement) first.focus();
}
