import { useState } from "react";

import type { Order } from "../../shared/api/types";
import { useWords } from "../../shared/words/dictionary";
import { ordersWords } from "./words";

/** Says aloud which order has just changed its status. */
export function StatusNews({ orders }: { orders: readonly Order[] }) {
  const words = useWords(ordersWords);
  const [known, setKnown] = useState(orders);
  const [news, setNews] = useState<Order | null>(null);
  if (known !== orders) {
    setKnown(orders);
    setNews(orders.find(({ id, status }) => known.some((each) => each.id === id && each.status !== status)) ?? news);
  }
  return (
    <p className="visually-hidden" role="status">{news && words.statusIs(news.number, words[news.status])}</p>
  );
}
