import { useQuery } from "@tanstack/react-query";

import { answer } from "../../shared/api/client";
import type { components } from "../../shared/api/schema";
import type { Order } from "../../shared/api/types";
import { clockTime } from "../../shared/time";
import { useWords } from "../../shared/words/dictionary";
import { useLanguage } from "../../shared/words/language";
import { useBoardContext } from "../context";
import { HISTORY } from "../live/liveBoard";
import { historyWords } from "./words";

/** When what happened to an order, and who did it as soon as that is known. */
export function OrderStory({ order }: { order: Order }) {
  const { client } = useBoardContext();
  const words = useWords(historyWords);
  const at = useClock();
  const params = { path: { order_id: order.id } };
  const { data: story } = useQuery({
    queryKey: [HISTORY, "steps", order.id, order.status],
    queryFn: ({ signal }) => answer(client.api.GET("/api/v1/staff/orders/{order_id}/steps", { params, signal })),
  });
  if (story === undefined) {
    return (
      <p className="orders__times">
        {words.times(at(order.created_at), at(order.preparing_at), at(order.completed_at ?? order.cancelled_at))}
      </p>
    );
  }
  return (
    <ul className="orders__times">
      <li>{words.did(at(order.created_at), words.placed, order.placed_by === "staff" ? (story.placed_by ?? words.somebody) : words.guest)}</li>
      {story.steps.map((step) => <Step key={step.at} step={step} />)}
    </ul>
  );
}

function Step({ step }: { step: components["schemas"]["OrderStep"] }) {
  const words = useWords(historyWords);
  const at = useClock();
  const deed = step.is_undo ? words.undone : words.deed(step.to_status);
  return <li>{words.did(at(step.at), deed, step.by ?? words.somebody)}</li>;
}

function useClock(): (time: string | null) => string {
  const { store } = useBoardContext();
  const language = useLanguage();
  return (time) => (time === null ? "–" : clockTime(time, store.time_zone, language));
}
