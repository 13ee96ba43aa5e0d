import { useEffect, useState } from "react";

import { answer } from "../../shared/api/client";
import type { ServiceCall } from "../../shared/api/types";
import { useWords } from "../../shared/words/dictionary";
import { useBoardContext } from "../context";
import { Fault } from "../Fault";
import { callsOf } from "../live/boardState";
import { useAction } from "../useAction";
import { CallText } from "./Call";
import { UndoButton } from "./UndoButton";
import { DOUBLE_TAP } from "./useOrderStep";
import { orderWords } from "./words";

interface TakenCallRowProps {
  call: ServiceCall;
  until: number;
  withTable: boolean;
}

/** A call that this person took a moment ago. Taken back, it is a new call, which comes as every call does. */
export function TakenCallRow({ call, until, withTable }: TakenCallRowProps) {
  const words = useWords(orderWords);
  const { client, live } = useBoardContext();
  const params = { path: { call_id: call.id } };
  const isReady = useIsReady();
  const undo = useAction(async () => {
    await answer(client.api.POST("/api/v1/staff/service-calls/{call_id}/undo", { params }));
    live.taken.drop(call.id);
    await live.catchUp((board) => callsOf(board.tables).some(({ kind, table }) => kind === call.kind && table.id === call.table.id));
  });
  return (
    <div className="call call--taken">
      <CallText call={call} withTable={withTable}>
        <span className="call__age">{words.taken}</span>
      </CallText>
      <UndoButton until={until} working={undo.working || !isReady} onUndo={() => void undo.run(null)} />
      <Fault error={undo.error} />
    </div>
  );
}

/** Not before a double tap is over: this button came to the place of the one that took the call. */
function useIsReady(): boolean {
  const [isReady, setIsReady] = useState(false);
  useEffect(() => {
    const timer = setTimeout(setIsReady, DOUBLE_TAP, true);
    return () => { clearTimeout(timer); };
  }, []);
  return isReady;
}
