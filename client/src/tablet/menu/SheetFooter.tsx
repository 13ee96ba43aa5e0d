import { useId } from "react";

import type { MenuItem, OptionGroup } from "../../shared/api/types";
import { Stepper } from "../../shared/ui/Stepper";
import { useWords } from "../../shared/words/dictionary";
import { sharedWords } from "../../shared/words/sharedWords";
import { unitPrice } from "../cart/pricing";
import { useMenuText, useMoney } from "../text";
import { optionsOf } from "./choices";
import { itemWords } from "./itemWords";

interface SheetFooterProps {
  item: MenuItem;
  chosen: readonly string[];
  /** The first choice that is still open. */
  short: OptionGroup | null;
  quantity: number;
  onQuantity: (quantity: number) => void;
  /** `short`: a required choice is open; pressing then leads there. `closed`: it cannot be ordered any more. */
  state: "ready" | "short" | "closed";
  /** Why the store takes no orders now. */
  closed: string | null;
  isChange: boolean;
}

const MOST_AT_ONCE = 20;

export function SheetFooter({ item, chosen, short, quantity, onQuantity, state, closed, isChange }: SheetFooterProps) {
  const words = useWords(itemWords);
  const shared = useWords(sharedWords);
  const textOf = useMenuText();
  const hintId = useId();
  const price = useMoney()(unitPrice(item, optionsOf(item, chosen)) * quantity);
  if (state === "closed") {
    return (
      <div className="item__footer">
        {closed !== null && <p className="item__hint" role="status">{closed}</p>}
        {item.status === "sold_out" && <strong>{words.soldOut}</strong>}
        <button type="submit" className="button button--primary">{shared.close}</button>
      </div>
    );
  }
  const most = Math.min(item.remaining ?? MOST_AT_ONCE, MOST_AT_ONCE);
  const hint = short ? words.firstChoose(textOf(short.name).text) : quantity >= most && words.optionLeft(most);
  return (
    <div className="item__footer">
      {hint && <p id={hintId} className="item__hint" role="status">{hint}</p>}
      <Stepper
        label={words.quantity}
        value={quantity}
        min={1}
        max={Math.max(most, 1)}
        onChange={onQuantity}
      />
      <button
        type="submit"
        className="button button--primary"
        aria-disabled={state === "short"}
        aria-describedby={state === "short" ? hintId : undefined}
      >
        {isChange ? words.change(price) : words.add(price)}
      </button>
    </div>
  );
}
