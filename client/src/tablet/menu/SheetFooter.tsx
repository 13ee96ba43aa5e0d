import type { MenuItem } from "../../shared/api/types";
import { Stepper } from "../../shared/ui/Stepper";
import { useWords } from "../../shared/words/dictionary";
import { sharedWords } from "../../shared/words/sharedWords";
import { unitPrice } from "../cart/pricing";
import { useMoney } from "../text";
import { optionsOf } from "./choices";
import { itemWords } from "./itemWords";

interface SheetFooterProps {
  item: MenuItem;
  chosen: readonly string[];
  quantity: number;
  onQuantity: (quantity: number) => void;
  /** `short`: a required choice is open; pressing then leads there. `closed`: it cannot be ordered any more. */
  state: "ready" | "short" | "closed";
  isChange: boolean;
}

const MOST_AT_ONCE = 20;

export function SheetFooter({ item, chosen, quantity, onQuantity, state, isChange }: SheetFooterProps) {
  const words = useWords(itemWords);
  const shared = useWords(sharedWords);
  const price = useMoney()(unitPrice(item, optionsOf(item, chosen)) * quantity);
  if (state === "closed") {
    return (
      <div className="item__footer">
        {item.status === "sold_out" && <strong>{words.soldOut}</strong>}
        <button type="submit" className="button button--primary">{shared.close}</button>
      </div>
    );
  }
  return (
    <div className="item__footer">
      <Stepper
        label={words.quantity}
        value={quantity}
        min={1}
        max={Math.max(MOST_AT_ONCE, quantity)}
        onChange={onQuantity}
      />
      <button type="submit" className="button button--primary" aria-disabled={state === "short"}>
        {isChange ? words.change(price) : words.add(price)}
      </button>
    </div>
  );
}
