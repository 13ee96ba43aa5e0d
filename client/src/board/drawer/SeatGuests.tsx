import { useState } from "react";

import { answer } from "../../shared/api/client";
import type { BoardTable } from "../../shared/api/types";
import { Button } from "../../shared/ui/Button";
import { Stepper } from "../../shared/ui/Stepper";
import { useWords } from "../../shared/words/dictionary";
import { useBoardContext } from "../context";
import { Fault } from "../Fault";
import { tableWords } from "../tables/words";
import { sessionAt } from "../live/boardState";
import { useAction } from "../useAction";
import { boardWords } from "../words";

const MOST_GUESTS = 99;

/** For a table without guests. */
export function SeatGuests({ table }: { table: BoardTable }) {
  const words = { ...useWords(boardWords), ...useWords(tableWords) };
  const { client, live } = useBoardContext();
  const [guests, setGuests] = useState(Math.min(2, table.seats));
  const params = { path: { table_id: table.id } };
  const seat = useAction(
    () => answer(client.api.POST("/api/v1/staff/tables/{table_id}/open", { params, body: { guests } })),
    { onSuccess: () => live.catchUp((board) => sessionAt(board, table.id) !== null), onError: live.reload },
  );
  return (
    <>
      <p>{words.seatHint}</p>
      <div className="seat">
        <span>{words.guestCount}</span>
        <Stepper label={words.guestCount} value={guests} min={1} max={MOST_GUESTS} onChange={setGuests} />
      </div>
      <Fault error={seat.error} />
      <Button variant="primary" disabled={seat.working} onClick={() => void seat.run(null)}>
        {seat.working ? words.working : words.seat}
      </Button>
    </>
  );
}
