import "./DoneList.css";

import { useState } from "react";
import { useStore } from "zustand";

import type { Board, Order, OrderLine } from "../../shared/api/types";
import { useNow } from "../../shared/time";
import { Button } from "../../shared/ui/Button";
import { Dialog } from "../../shared/ui/Dialog";
import { useWords } from "../../shared/words/dictionary";
import { useBoardContext } from "../context";
import { Fault } from "../Fault";
import { isOpen, ordersOf } from "../live/boardState";
import { MenuText } from "../MenuText";
import { useOrderStep } from "../orders/useOrderStep";
import { orderWords } from "../orders/words";
import { boardWords } from "../words";
import type { Done, KitchenState } from "./kitchenState";
import { useTicks } from "./useTicks";
import { kitchenWords } from "./words";

interface DoneListProps {
  kitchen: KitchenState;
  board: Board | undefined;
}

/** The last steps of this screen, to be taken back as long as the server allows it. */
export function DoneList({ kitchen, board }: DoneListProps) {
  const words = { ...useWords(boardWords), ...useWords(kitchenWords) };
  const [open, setOpen] = useState(false);
  const done = useStore(kitchen.done);
  const current = (order: Order) => (board ? ordersOf(board).find(({ id }) => id === order.id) : undefined);
  return (
    <>
      <Button data-done="" onClick={() => { setOpen(true); }}>{words.doneList(done.length)}</Button>
      <Dialog open={open} title={words.doneTitle} atSide onClose={() => { setOpen(false); }}>
        <p>{words.doneHint}</p>
        {done.length === 0 && <p>{words.nothingDone}</p>}
        <ol className="done">
          {done.map((each) => {
            const order = current(each.order);
            return (
              <li key={each.key} className="done__one">
                {order ? <Undo order={order} done={each} kitchen={kitchen} /> : <Gone order={each.order} />}
              </li>
            );
          })}
        </ol>
        <Button onClick={() => { setOpen(false); }}>{words.close}</Button>
      </Dialog>
    </>
  );
}

interface UndoProps {
  order: Order;
  done: Done;
  kitchen: KitchenState;
}

function Undo(props: UndoProps) {
  const line = props.order.items.find(({ id }) => id === props.done.lineId);
  return line ? <UndoTick {...props} line={line} /> : <UndoStep {...props} />;
}

/** A tick can be taken back at any time. */
function UndoTick({ order, done, kitchen, line }: UndoProps & { line: OrderLine }) {
  const words = useWords(orderWords);
  const ticks = useTicks(order);
  const undo = () => {
    void ticks.run({ lineIds: [line.id], done: false }).then((undone) => { if (undone) kitchen.forget(done.key); });
  };
  return (
    <>
      <Name order={order} />
      <span>✓ <MenuText of={line.name} /></span>
      <Button disabled={ticks.working || !isOpen(order)} onClick={undo}>{words.undo}</Button>
      <Fault error={ticks.error} />
    </>
  );
}

function UndoStep({ order, done, kitchen }: UndoProps) {
  const words = { ...useWords(orderWords), ...useWords(kitchenWords) };
  const { live } = useBoardContext();
  const mark = useStore(live.marks.entries, (entries) => entries.get(order.id));
  const { take, working, fault } = useOrderStep(order);
  const now = useNow(1000);
  const left = mark?.kind === "own" ? Math.ceil((mark.until - now) / 1000) : 0;
  const undo = () => {
    void take({ kind: "undo" }).then((undone) => { if (undone) kitchen.forget(done.key); });
  };
  return (
    <>
      <Name order={order} />
      <span className="status">{words.status(order.status)}</span>
      {left > 0 ? <Button disabled={working} onClick={undo}>{words.undo} {words.seconds(Math.min(left, 10))}</Button> : <span>{words.tooLate}</span>}
      <Fault error={fault} />
    </>
  );
}

/** Its guests have left. */
function Gone({ order }: { order: Order }) {
  const words = useWords(kitchenWords);
  return <><Name order={order} /> <span>{words.gone}</span></>;
}

function Name({ order }: { order: Order }) {
  const words = useWords(orderWords);
  return <strong className="done__name">{words.table(order.table.number)} · {words.orderNumber(order.number)}</strong>;
}
