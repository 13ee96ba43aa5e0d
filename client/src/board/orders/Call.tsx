import type { ReactNode } from "react";
import { useStore } from "zustand";

import { answer } from "../../shared/api/client";
import type { ServiceCall } from "../../shared/api/types";
import { Button } from "../../shared/ui/Button";
import { useWords } from "../../shared/words/dictionary";
import { useBoardContext } from "../context";
import { Fault } from "../Fault";
import { callsOf } from "../live/boardState";
import { Duration } from "../tables/Duration";
import { Bell } from "../tables/TableCard";
import { useAction } from "../useAction";
import { boardWords } from "../words";
import { UNDO_WITHIN } from "./useOrderStep";
import { orderWords } from "./words";

interface CallProps {
  call: ServiceCall;
  withTable: boolean;
}

/** A call that waits for somebody. */
export function Call({ call, withTable }: CallProps) {
  const words = { ...useWords(boardWords), ...useWords(orderWords) };
  const { client, live } = useBoardContext();
  const isNew = useStore(live.arrivals.entries, (entries) => entries.has(call.id));
  const acknowledge = useAction(async () => {
    const params = { path: { call_id: call.id } };
    // Before the answer, which the event may outrun: the row must not go and come back.
    live.taken.put(call.id, { call, until: Date.now() + UNDO_WITHIN }, UNDO_WITHIN);
    try {
      await answer(client.api.POST("/api/v1/staff/service-calls/{call_id}/acknowledge", { params }));
    } catch (error) {
      live.taken.drop(call.id);
      throw error;
    }
    await live.catchUp((board) => !callsOf(board.tables).some(({ id }) => id === call.id));
  });
  return (
    <div className={isNew ? "call is-new" : "call"}>
      <CallText call={call} withTable={withTable}>
        <span className="call__age"><Duration since={call.created_at} /></span>
      </CallText>
      <Button disabled={acknowledge.working} onClick={() => void acknowledge.run(null)}>
        {acknowledge.working ? words.working : words.acknowledge}
      </Button>
      <Fault error={acknowledge.error} />
    </div>
  );
}

/** Who wants what. */
export function CallText({ call, withTable, children }: CallProps & { children: ReactNode }) {
  const words = useWords(orderWords);
  return (
    <p className="call__text">
      {withTable && <strong className="order__table">{words.table(call.table.number)} </strong>}
      <span className="call-chip"><Bell /> {words.call(call.kind)}</span> {call.message} {children}
    </p>
  );
}
