import { useId, useState } from "react";

import type { Order, OrderLine } from "../../shared/api/types";
import { Button } from "../../shared/ui/Button";
import { useWords } from "../../shared/words/dictionary";
import { Icon } from "../Icon";
import { useStop } from "../stop";
import { useMenu, useTablet } from "../TabletContext";
import { useMenuText } from "../text";
import { lineAgain } from "./again";
import { ordersWords } from "./words";

/** Puts the same dishes into the cart, and says what could not come along. */
export function OrderAgain({ order }: { order: Order }) {
  const words = useWords(ordersWords);
  const menu = useMenu();
  const { cart } = useTablet();
  const stop = useStop();
  const reasonId = useId();
  const textOf = useMenuText();
  const [outcome, setOutcome] = useState<{ added: number; leftOut: OrderLine[] } | null>(null);
  const add = () => {
    const isAdded = (line: OrderLine) => {
      const again = lineAgain(menu, line);
      return again !== null && cart.add(again);
    };
    const leftOut = order.items.filter((line) => !isAdded(line));
    const added = order.items.filter((line) => !leftOut.includes(line)).reduce((sum, { quantity }) => sum + quantity, 0);
    setOutcome({ added, leftOut });
  };
  return (
    <div className="order__again">
      <Button disabled={stop?.isClosed} aria-describedby={stop?.isClosed ? reasonId : undefined} onClick={add}><Icon of="again" />{words.again}</Button>
      <span role="status" id={reasonId}>
        {stop?.isClosed && stop.text}
        {outcome !== null && outcome.added > 0 && words.againAdded(outcome.added)}{" "}
        {outcome !== null && outcome.leftOut.length > 0 &&
          words.againLeftOut(outcome.leftOut.map(({ name }) => textOf(name).text).join(", "))}
      </span>
    </div>
  );
}
