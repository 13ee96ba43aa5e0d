import { answer } from "../../shared/api/client";
import { Refusal } from "../../shared/api/errors";
import type { BoardSession, BoardTable } from "../../shared/api/types";
import { Button } from "../../shared/ui/Button";
import { Dialog } from "../../shared/ui/Dialog";
import { Notice } from "../../shared/ui/Notice";
import { useWords } from "../../shared/words/dictionary";
import { useBoardContext } from "../context";
import { Fault } from "../Fault";
import { isOpen, sessionAt } from "../live/boardState";
import { Money } from "../Money";
import { tableWords } from "../tables/words";
import { useAction } from "../useAction";
import { boardWords } from "../words";

interface FinishTableProps {
  table: BoardTable;
  session: BoardSession;
  open: boolean;
  onClose: () => void;
  onFinished: () => void;
}

export function FinishTable({ table, session, open, onClose, onFinished }: FinishTableProps) {
  const words = { ...useWords(boardWords), ...useWords(tableWords) };
  const { client, live } = useBoardContext();
  const params = { path: { table_id: table.id } };
  const finished = async () => {
    await live.catchUp((board) => sessionAt(board, table.id)?.id !== session.id);
    onFinished();
  };
  const finish = useAction(
    (force: boolean) => answer(client.api.POST("/api/v1/staff/tables/{table_id}/close", { params, body: { force } })),
    { onSuccess: finished, onError: live.reload },
  );
  const openOrders = session.orders.filter(isOpen).length;
  // The server may know of an order that this screen has not been told of.
  const refused = finish.error instanceof Refusal && finish.error.has("session_has_open_orders");
  const force = openOrders > 0 || refused;
  const warning = openOrders > 0 ? words.openOrders(openOrders) : words.openOrdersUncounted;
  return (
    <Dialog open={open} title={words.finishTitle(table.number)} locked={finish.working} onClose={onClose}>
      <p className="drawer__facts">
        {words.orderCount(session.orders.filter(({ status }) => status !== "cancelled").length)}
        <strong className="drawer__total">{words.total} <Money amount={session.total} /></strong>
      </p>
      <p>{words.finishHint}</p>
      {force && <Notice tone="warning">{warning}</Notice>}
      {!refused && <Fault error={finish.error} />}
      <div className="cancel__actions">
        <Button onClick={onClose} disabled={finish.working}>{words.back}</Button>
        <Button variant="primary" disabled={finish.working} onClick={() => void finish.run(force)}>
          {finish.working ? words.working : force ? words.finishAnyway : words.finish}
        </Button>
      </div>
    </Dialog>
  );
}
