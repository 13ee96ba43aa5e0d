import "./stock.css";

import { useState } from "react";

import { Button } from "../../shared/ui/Button";
import { Dialog } from "../../shared/ui/Dialog";
import { useWords } from "../../shared/words/dictionary";
import { boardWords } from "../words";
import { MenuSearch } from "./MenuSearch";
import { StockRow } from "./StockRow";
import { stockWords } from "./words";

/** A dialog gives the focus to what has this attribute; React's own `autoFocus` comes before the dialog opens. */
function beginHere(field: HTMLInputElement | null): void {
  field?.setAttribute("autofocus", "");
}

interface StockDialogProps {
  open: boolean;
  onClose: () => void;
}

/** Mid-service: type two letters, touch, and every tablet knows that it is sold out. */
export function StockDialog({ open, onClose }: StockDialogProps) {
  const words = { ...useWords(boardWords), ...useWords(stockWords) };
  return (
    <Dialog open={open} title={words.stock} atSide onClose={onClose}>
      <div className="drawer__close">
        <Button onClick={onClose}>{words.close}</Button>
      </div>
      <Stock />
    </Dialog>
  );
}

function Stock() {
  const words = useWords(stockWords);
  const [onlySoldOut, setOnlySoldOut] = useState(false);
  return (
    <MenuSearch
      field={beginHere}
      isWanted={(item) => !onlySoldOut || item.status === "sold_out"}
      filter={
        <label className="choice">
          <input type="checkbox" checked={onlySoldOut} onChange={() => { setOnlySoldOut(!onlySoldOut); }} />
          {words.onlySoldOut}
        </label>
      }
      listClass="stock"
      rowClass="stock__item"
    >
      {(item) => <StockRow item={item} />}
    </MenuSearch>
  );
}
