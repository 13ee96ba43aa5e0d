import "./stock.css";

import { useState } from "react";

import { Button } from "../../shared/ui/Button";
import { Dialog } from "../../shared/ui/Dialog";
import { Field } from "../../shared/ui/Field";
import { Notice } from "../../shared/ui/Notice";
import { useWords } from "../../shared/words/dictionary";
import { useMenu } from "../live/useMenu";
import { MenuText } from "../MenuText";
import { boardWords } from "../words";
import { searchMenu } from "./searchMenu";
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
  const words = { ...useWords(boardWords), ...useWords(stockWords) };
  const [search, setSearch] = useState("");
  const [onlySoldOut, setOnlySoldOut] = useState(false);
  const { data: menu, error, refetch } = useMenu();
  const found = menu ? searchMenu(menu, search.trim(), (item) => !onlySoldOut || item.status === "sold_out") : [];
  return (
    <>
      <Field label={words.findItem} type="search" autoComplete="off" ref={beginHere} value={search} onChange={({ target }) => { setSearch(target.value); }} />
      <label className="choice">
        <input type="checkbox" checked={onlySoldOut} onChange={() => { setOnlySoldOut(!onlySoldOut); }} />
        {words.onlySoldOut}
      </label>
      {!menu && !error && <p role="status">{words.loading}</p>}
      {error && <Notice tone="error">{words.menuFailed} <Button onClick={() => void refetch()}>{words.retry}</Button></Notice>}
      {menu && found.length === 0 && <p role="status">{words.noItem}</p>}
      {found.map((category) => (
        <section key={category.id}>
          <h3 className="stock__category"><MenuText of={category.name} /></h3>
          <ul className="stock">
            {category.items.map((item) => <li key={item.id} className="stock__item"><StockRow item={item} /></li>)}
          </ul>
        </section>
      ))}
    </>
  );
}
