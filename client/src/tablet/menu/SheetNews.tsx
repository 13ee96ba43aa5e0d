import { useState } from "react";

import type { MenuItem } from "../../shared/api/types";
import { Notice } from "../../shared/ui/Notice";
import { useWords } from "../../shared/words/dictionary";
import { useMoney } from "../text";
import { itemWords } from "./itemWords";
import { useConflict } from "./wishes";

/** What a guest must know about the dish before choosing: it does not suit, or it changed while the sheet was open. */
export function SheetNews({ item, isGone }: { item: MenuItem; isGone: boolean }) {
  const words = useWords(itemWords);
  const money = useMoney();
  const [priceAtFirst] = useState(item.price);
  const conflict = useConflict(item);
  return (
    <>
      {conflict !== null && <Notice tone="warning">{words.unsuitable(conflict)}</Notice>}
      {isGone && <Notice tone="warning">{words.gone}</Notice>}
      {item.price !== priceAtFirst && <Notice tone="warning">{words.priceNow(money(priceAtFirst), money(item.price))}</Notice>}
    </>
  );
}
