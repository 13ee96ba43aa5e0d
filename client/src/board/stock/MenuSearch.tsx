import { type ReactNode, type Ref, useState } from "react";

import { Button } from "../../shared/ui/Button";
import { Field } from "../../shared/ui/Field";
import { Notice } from "../../shared/ui/Notice";
import { useWords } from "../../shared/words/dictionary";
import { type StaffMenuItem, useMenu } from "../live/useMenu";
import { MenuText } from "../MenuText";
import { boardWords } from "../words";
import { searchMenu } from "./searchMenu";
import { stockWords } from "./words";

interface MenuSearchProps {
  isWanted: (item: StaffMenuItem) => boolean;
  /** An item's row. */
  children: (item: StaffMenuItem) => ReactNode;
  /** Between the field and what was found. */
  filter?: ReactNode;
  field?: Ref<HTMLInputElement>;
  listClass?: string;
  rowClass: string;
}

/** The store's items by category, narrowed down by what one types. */
export function MenuSearch({ isWanted, children, filter, field, listClass, rowClass }: MenuSearchProps) {
  const words = { ...useWords(boardWords), ...useWords(stockWords) };
  const [search, setSearch] = useState("");
  const { data: menu, error, refetch } = useMenu();
  const found = menu ? searchMenu(menu, search.trim(), isWanted) : [];
  return (
    <>
      <Field label={words.findItem} type="search" autoComplete="off" ref={field} value={search} onChange={({ target }) => { setSearch(target.value); }} />
      {filter}
      {!menu && !error && <p role="status">{words.loading}</p>}
      {error && <Notice tone="error">{words.menuFailed} <Button onClick={() => void refetch()}>{words.retry}</Button></Notice>}
      {menu && found.length === 0 && <p role="status">{words.noItem}</p>}
      {found.map((category) => (
        <section key={category.id}>
          <h3 className="stock__category"><MenuText of={category.name} /></h3>
          <ul className={listClass}>
            {category.items.map((item) => <li key={item.id} className={rowClass}>{children(item)}</li>)}
          </ul>
        </section>
      ))}
    </>
  );
}
