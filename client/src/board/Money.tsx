import { formatMoney } from "../shared/money";
import { useLanguage } from "../shared/words/language";
import { useBoardContext } from "./context";

export function Money({ amount }: { amount: number }) {
  const { store } = useBoardContext();
  return <span className="amount">{formatMoney(amount, store.currency, useLanguage())}</span>;
}
