import { useState } from "react";

import { answer } from "../../shared/api/client";
import type { Schemas } from "../../shared/api/types";
import { useNow } from "../../shared/time";
import { Button } from "../../shared/ui/Button";
import { useWords } from "../../shared/words/dictionary";
import { useBoardContext } from "../context";
import { Fault } from "../Fault";
import { useAction } from "../useAction";
import { boardWords } from "../words";
import { tabletWords } from "./tabletWords";

type Code = Schemas["PairingCode"];

/** Six digits to type at the tablet, for ten minutes and once. On the screen only, never on paper. */
export function PairingCode({ tableId }: { tableId: string }) {
  const words = { ...useWords(boardWords), ...useWords(tabletWords) };
  const { client } = useBoardContext();
  const [code, setCode] = useState<Code | null>(null);
  const ask = useAction(async () => {
    const params = { path: { table_id: tableId } };
    setCode(await answer(client.api.POST("/api/v1/staff/tables/{table_id}/pairing-code", { params })));
  });
  return (
    <div className="pairing">
      {code && <Shown code={code} />}
      <Fault error={ask.error} />
      <Button disabled={ask.working} onClick={() => void ask.run(null)}>{ask.working ? words.working : words.newCode}</Button>
    </div>
  );
}

function Shown({ code: { code, expires_at } }: { code: Code }) {
  const words = useWords(tabletWords);
  const left = Math.ceil((Date.parse(expires_at) - useNow(1000)) / 1000);
  if (left <= 0) return <p role="status">{words.codeExpired}</p>;
  return (
    <>
      <p>{words.typeCode}</p>
      <p className="pairing__code" role="status">{code.slice(0, 3)} {code.slice(3)}</p>
      <p className="hint">{words.codeLasts(Math.floor(left / 60), left % 60)}</p>
    </>
  );
}
