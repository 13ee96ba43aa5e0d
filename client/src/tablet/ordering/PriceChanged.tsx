import { Button } from "../../shared/ui/Button";
import { useWords } from "../../shared/words/dictionary";
import { useTablet } from "../TabletContext";
import { Money, Name } from "../text";
import { tabletWords } from "../words";
import type { NewPrices } from "./refusals";
import { orderingWords } from "./words";

export function PriceChanged({ prices }: { prices: NewPrices }) {
  const words = useWords(orderingWords);
  const tablet = useWords(tabletWords);
  const { ordering } = useTablet();
  const changed = prices.lines.filter(({ before, after }) => before !== after);
  return (
    <>
      <ul className="review">
        {changed.map(({ name, quantity, before, after }, index) => (
          <li key={index} className="review__line">
            <Name className="line__name" of={name} />
            <span>×{quantity}</span>
            <span className="review__change">
              <s><span className="visually-hidden">{words.priceBefore} </span><Money amount={before} /></s>
              <span aria-hidden="true"> → </span>
              <strong><span className="visually-hidden">{words.priceAfter} </span><Money amount={after} /></strong>
            </span>
          </li>
        ))}
      </ul>
      <p className="review__total"><span>{tablet.total}</span><strong><Money amount={prices.total} /></strong></p>
      <div className="actions">
        <Button autoFocus onClick={ordering.dismiss}>{words.toCart}</Button>
        <Button variant="primary" onClick={() => { ordering.placeAtNewPrices(prices); }}>{words.orderAnyway}</Button>
      </div>
    </>
  );
}
