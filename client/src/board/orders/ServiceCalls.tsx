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
import { orderWords } from "./words";

interface ServiceCallsProps {
  calls: readonly ServiceCall[];
  withTable?: boolean;
}

/** Open calls, each to be taken by whoever goes there. */
export function ServiceCalls({ calls, withTable = false }: ServiceCallsProps) {
  const words = useWords(orderWords);
  if (calls.length === 0) return null;
  return (
    <section className="calls">
      <h2>{words.calls}</h2>
      <ul className="queue">
        {calls.map((call) => (
          <li key={call.id}>
            <Call call={call} withTable={withTable} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Call({ call, withTable }: { call: ServiceCall; withTable: boolean }) {
  const words = { ...useWords(boardWords), ...useWords(orderWords) };
  const { client, live } = useBoardContext();
  const isNew = useStore(live.arrivals.entries, (entries) => entries.has(call.id));
  const params = { path: { call_id: call.id } };
  const acknowledge = useAction(
    () => answer(client.api.POST("/api/v1/staff/service-calls/{call_id}/acknowledge", { params })),
    { onSuccess: () => live.catchUp((board) => !callsOf(board.tables).some(({ id }) => id === call.id)) },
  );
  return (
    <div className={isNew ? "call is-new" : "call"}>
      <p className="call__text">
        {withTable && <strong className="order__table">{words.table(call.table.number)} </strong>}
        <span className="call-chip"><Bell /> {words.call(call.kind)}</span> {call.message}{" "}
        <span className="call__age"><Duration since={call.created_at} /></span>
      </p>
      <Button disabled={acknowledge.working} onClick={() => void acknowledge.run(null)}>
        {acknowledge.working ? words.working : words.acknowledge}
      </Button>
      <Fault error={acknowledge.error} />
    </div>
  );
}
