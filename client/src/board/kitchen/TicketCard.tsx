import "./TicketCard.css";

import { useStore } from "zustand";

import { useWords } from "../../shared/words/dictionary";
import { useBoardContext } from "../context";
import { Fault } from "../Fault";
import { useAge } from "../live/age";
import { isOpen } from "../live/boardState";
import { NEXT, useOrderStep } from "../orders/useOrderStep";
import { orderWords } from "../orders/words";
import type { KitchenState } from "./kitchenState";
import { TicketLines } from "./TicketLines";
import type { Ticket } from "./tickets";
import { useTicks } from "./useTicks";
import { kitchenWords } from "./words";

interface TicketCardProps {
  ticket: Ticket;
  /** Which key finishes it. */
  place: number;
  kitchen: KitchenState;
}

/** One order on paper, as it were: the head takes it a step on, each line can be ticked. */
export function TicketCard({ ticket, place, kitchen }: TicketCardProps) {
  const { order, lines } = ticket;
  const { live } = useBoardContext();
  const { age } = useAge(order.created_at);
  const isNew = useStore(live.arrivals.entries, (entries) => entries.has(order.id));
  const { take, working, fault } = useOrderStep(order);
  const ticks = useTicks(order);
  const next = NEXT[order.status];
  const press = () => {
    live.reminders.settle(order.id);
    if (next === null) {
      kitchen.acknowledge(order.id);
      return;
    }
    void advance(next);
  };
  const advance = async (to: "preparing" | "completed") => {
    // The last step of a part is to tick it off; who does so last completes the order.
    const left = to === "completed" ? lines.filter(({ done_at }) => done_at === null) : [];
    const isPart = lines.length < order.items.length;
    if (isPart && left.length > 0 && !(await ticks.run({ lineIds: left.map(({ id }) => id), done: true }))) return;
    for (const line of isPart ? left : []) kitchen.record(order, line.id);
    const othersAreDone = order.items.every((line) => line.done_at !== null || left.includes(line));
    if (isPart && to === "completed" && !othersAreDone) return;
    if (await take({ kind: "advance", to })) kitchen.record(order, null);
  };
  const look = isOpen(order) ? `ticket--${age}` : "ticket--cancelled";
  return (
    <article className={`ticket ${look} ticket--${order.status}${isNew ? " is-new" : ""}`}>
      <button type="button" className="ticket__head" aria-disabled={working} onClick={working ? undefined : press}>
        <Head ticket={ticket} place={place} working={working} />
      </button>
      <Fault error={fault ?? ticks.error} />
      <TicketLines order={order} lines={lines} kitchen={kitchen} />
    </article>
  );
}

interface HeadProps extends Pick<TicketCardProps, "ticket" | "place"> {
  working: boolean;
}

function Head({ ticket: { order, isMore }, place, working }: HeadProps) {
  const words = { ...useWords(orderWords), ...useWords(kitchenWords) };
  const { minutes, age } = useAge(order.created_at);
  const next = NEXT[order.status];
  const action = next === null ? words.seen : words.press(words.step(next));
  return (
    <>
      <span className="ticket__top">
        {place <= 9 && <span className="ticket__key" aria-hidden="true">{place}</span>}
        <span className="ticket__table">{words.table(order.table.number)}</span>
        <span className="ticket__age">{minutes === 0 ? words.now : words.minutes(minutes)}{age === "late" && ` ${words.late}`}</span>
      </span>
      <span className="ticket__facts">
        <span>{words.orderNumber(order.number)}</span>
        {isMore && <strong className="ticket__more">{words.more}</strong>}
        <span>{words.status(order.status)}</span>
        <span className="ticket__action">{working ? words.working : action}</span>
      </span>
    </>
  );
}
