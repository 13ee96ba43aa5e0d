import { useState } from "react";

import { Button } from "../../shared/ui/Button";
import { useWords } from "../../shared/words/dictionary";
import { StockDialog } from "./StockDialog";
import { stockWords } from "./words";

export function StockButton() {
  const words = useWords(stockWords);
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button data-stock="" onClick={() => { setOpen(true); }}>{words.soldOut}</Button>
      <StockDialog open={open} onClose={() => { setOpen(false); }} />
    </>
  );
}
