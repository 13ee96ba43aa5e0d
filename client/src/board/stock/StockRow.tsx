import { useState } from "react";

import { answer } from "../../shared/api/client";
import type { Schemas } from "../../shared/api/types";
import { Button } from "../../shared/ui/Button";
import { Stepper } from "../../shared/ui/Stepper";
import { useWords } from "../../shared/words/dictionary";
import { useBoardContext } from "../context";
import { Fault } from "../Fault";
import { MENU } from "../live/liveBoard";
import type { StaffMenuItem } from "../live/useMenu";
import { MenuText } from "../MenuText";
import { Money } from "../Money";
import { useAction } from "../useAction";
import { boardWords } from "../words";
import { stockWords } from "./words";

const MOST = 9999;
/** What a kitchen counts when it begins to count. */
const FIRST_COUNT = 10;

/** One dish: on sale or sold out by one touch, and how many are left where somebody counts them. */
export function StockRow({ item }: { item: StaffMenuItem }) {
  const words = { ...useWords(boardWords), ...useWords(stockWords) };
  const { client, live } = useBoardContext();
  const [count, setCount] = useState<number | null>(null);
  const change = useAction(
    (body: Schemas["AvailabilityRequest"]) =>
      answer(client.api.PATCH("/api/v1/staff/menu-items/{item_id}", { params: { path: { item_id: item.id } }, body })),
    { onSuccess: () => live.queries.invalidateQueries({ queryKey: MENU }) },
  );
  const isSoldOut = item.status === "sold_out";
  const save = (remaining: number | null) => {
    void change.run({ remaining }).then((done) => { if (done) setCount(null); });
  };
  return (
    <>
      <p className="stock__name">
        <MenuText of={item.name} />
        <span className="stock__facts"><Money amount={item.price} /> · {item.remaining === null ? words.uncounted : words.left(item.remaining)}</span>
      </p>
      <Button aria-expanded={count !== null} onClick={() => { setCount(count === null ? (item.remaining ?? FIRST_COUNT) : null); }}>{words.count}</Button>
      {item.status === "hidden" ? (
        <span className="stock__hidden">{words.hidden}</span>
      ) : (
        <span className={isSoldOut ? "stock__switch stock__switch--sold-out" : "stock__switch"}>
          <Button aria-pressed={isSoldOut} disabled={change.working} onClick={() => void change.run({ status: isSoldOut ? "on_sale" : "sold_out" })}>
            {words.soldOut}
          </Button>
        </span>
      )}
      {count !== null && (
        <div className="stock__count">
          <Stepper label={words.remaining} value={count} min={0} max={MOST} onChange={setCount} />
          <Button variant="primary" disabled={change.working} onClick={() => { save(count); }}>{words.saveCount}</Button>
          {item.remaining !== null && <Button disabled={change.working} onClick={() => { save(null); }}>{words.stopCounting}</Button>}
        </div>
      )}
      <Fault error={change.error} />
    </>
  );
}
