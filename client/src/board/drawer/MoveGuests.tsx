import { useState } from "react";

import { answer } from "../../shared/api/client";
import type { Board, BoardSession, BoardTable } from "../../shared/api/types";
import { Button } from "../../shared/ui/Button";
import { Dialog } from "../../shared/ui/Dialog";
import { useWords } from "../../shared/words/dictionary";
import { useBoardContext } from "../context";
import { Fault } from "../Fault";
import { sessionAt } from "../live/boardState";
import { useBoard } from "../live/useBoard";
import { Money } from "../Money";
import { tableWords } from "../tables/words";
import { useAction } from "../useAction";
import { boardWords } from "../words";
import { moveWords } from "./moveWords";
import { TableMap } from "./TableMap";

interface MoveGuestsProps {
  table: BoardTable;
  session: BoardSession;
  open: boolean;
  onClose: () => void;
  onMoved: (tableId: string) => void;
}

/** To a free table the guests move; at one in use the two bills become one. */
export function MoveGuests({ table, session, open, onClose, onMoved }: MoveGuestsProps) {
  const words = useWords(moveWords);
  const board = useBoard();
  return (
    <Dialog open={open} title={words.title(table.number)} onClose={onClose}>
      <p>{words.hint}</p>
      {board && <Choice board={board} table={table} session={session} onClose={onClose} onMoved={onMoved} />}
    </Dialog>
  );
}

function Choice({ board, table, session, onClose, onMoved }: Omit<MoveGuestsProps, "open"> & { board: Board }) {
  const words = { ...useWords(boardWords), ...useWords(moveWords) };
  const [chosen, setChosen] = useState<string | null>(null);
  const to = board.tables.find(({ id }) => id === chosen);
  const { move, merge } = useMoving(table, session, onMoved);
  const action = to?.session ? merge : move;
  return (
    <>
      <TableMap board={board} without={table.id} chosen={chosen} onChoose={setChosen} />
      {to && <Outcome from={{ number: table.number, session }} to={to} />}
      <Fault error={move.error ?? merge.error} />
      <div className="cancel__actions">
        <Button onClick={onClose} disabled={action.working}>{words.back}</Button>
        {to && (
          <Button variant="primary" disabled={action.working} onClick={() => void action.run(to.id)}>
            {action.working ? words.working : to.session ? words.merge : words.move}
          </Button>
        )}
      </div>
    </>
  );
}

function useMoving(table: BoardTable, session: BoardSession, onMoved: (tableId: string) => void) {
  const { client, live } = useBoardContext();
  const params = { path: { table_id: table.id } };
  const options = {
    onSuccess: async (_: unknown, to: string) => {
      await live.catchUp((board) => sessionAt(board, table.id)?.id !== session.id);
      onMoved(to);
    },
    // Somebody was faster: the map shows it.
    onError: live.reload,
  };
  const move = useAction((to: string) => answer(client.api.POST("/api/v1/staff/tables/{table_id}/move", { params, body: { to } })), options);
  const merge = useAction((to: string) => answer(client.api.POST("/api/v1/staff/tables/{table_id}/merge", { params, body: { to } })), options);
  return { move, merge };
}

function Outcome({ from, to }: { from: { number: number; session: BoardSession }; to: BoardTable }) {
  const words = { ...useWords(tableWords), ...useWords(moveWords) };
  return (
    <div className="outcome" role="status">
      <p className="outcome__tables">{from.number} → {to.number}</p>
      {to.session ? (
        <p>
          <Money amount={from.session.total} /> + <Money amount={to.session.total} /> ={" "}
          <strong><Money amount={from.session.total + to.session.total} /></strong> · {words.oneBill(to.number)}
        </p>
      ) : (
        <p>{words.moves(from.number, to.number)}</p>
      )}
    </div>
  );
}
