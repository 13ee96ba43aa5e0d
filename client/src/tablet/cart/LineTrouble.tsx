import { Button } from "../../shared/ui/Button";
import { useWords } from "../../shared/words/dictionary";
import { useTablet } from "../TabletContext";
import { Money, useMenuText } from "../text";
import { lineKey } from "./lines";
import type { LineFault, PricedLine } from "./pricing";
import { type CartWords, cartWords } from "./words";

interface LineTroubleProps {
  priced: PricedLine;
  fault: LineFault;
  onRemove: () => void;
}

/** Why a line cannot be ordered as it stands, and the ways out. */
export function LineTrouble({ priced: { line }, fault, onRemove }: LineTroubleProps) {
  const words = useWords(cartWords);
  const { text } = useMenuText()(line.name);
  const { cart } = useTablet();
  return (
    <>
      <div className="line__trouble" role="status">
        <span aria-hidden="true">⚠</span>
        <span>{faultText(fault, words)}</span>
        {fault.kind === "price" && <Prices before={fault.before * line.quantity} after={fault.after * line.quantity} />}
      </div>
      <div className="line__ways">
        <Button aria-label={words.remove(text)} onClick={onRemove}>{words.takeOut}</Button>
        {fault.kind === "short" && fault.remaining > 0 && (
          <Button onClick={() => { cart.change(lineKey(line), { ...line, quantity: fault.remaining }); }}>
            {words.reduce(fault.remaining)}
          </Button>
        )}
        {fault.kind === "price" && (
          <Button
            aria-label={words.acceptPriceOf(text)}
            onClick={() => { cart.change(lineKey(line), { ...line, unit_price: fault.after }); }}
          >
            {words.accept}
          </Button>
        )}
      </div>
    </>
  );
}

function Prices({ before, after }: { before: number; after: number }) {
  const words = useWords(cartWords);
  return (
    <span className="line__prices">
      <s><span className="visually-hidden">{words.priceBefore} </span><Money amount={before} /></s>
      <span aria-hidden="true"> → </span>
      <strong><span className="visually-hidden">{words.priceAfter} </span><Money amount={after} /></strong>
    </span>
  );
}

function faultText(fault: LineFault, words: CartWords): string {
  switch (fault.kind) {
    case "gone":
      return words.gone;
    case "sold_out":
      return words.soldOut;
    case "options":
      return words.optionsChanged;
    case "short":
      return fault.remaining > 0 ? words.short(fault.remaining) : words.soldOut;
    case "price":
      return words.priceChanged;
  }
}
