import { useQuery, useQueryClient } from "@tanstack/react-query";

import { answer } from "../../shared/api/client";
import type { Schemas } from "../../shared/api/types";
import { Button } from "../../shared/ui/Button";
import { Notice } from "../../shared/ui/Notice";
import { useWords } from "../../shared/words/dictionary";
import { useBoardContext } from "../context";
import { Fault } from "../Fault";
import { Duration } from "../tables/Duration";
import { useAction } from "../useAction";
import { boardWords } from "../words";
import { PairingCode } from "./PairingCode";
import { tabletWords } from "./tabletWords";

type Tablet = Schemas["PairedTablet"];

/** The devices that belong to a table. Pairing and revoking is the manager's. */
export function Tablets({ tableId }: { tableId: string }) {
  const words = { ...useWords(boardWords), ...useWords(tabletWords) };
  const { client, user } = useBoardContext();
  const isManager = user.role !== "staff";
  const { data, error, refetch } = useQuery({
    queryKey: ["tablets", tableId],
    queryFn: ({ signal }) =>
      answer(client.api.GET("/api/v1/staff/tables/{table_id}/tablets", { params: { path: { table_id: tableId } }, signal })),
  });
  return (
    <>
      {isManager ? <PairingCode tableId={tableId} /> : <p>{words.managersOnly}</p>}
      {!data && !error && <p role="status">{words.loading}</p>}
      {error && <Notice tone="error">{words.tabletsFailed} <Button onClick={() => void refetch()}>{words.retry}</Button></Notice>}
      {data?.tablets.length === 0 && <p>{words.noTablets}</p>}
      <ul className="queue">
        {data?.tablets.map((tablet) => (
          <li key={tablet.id} className="tablet">
            <TabletRow tablet={tablet} tableId={tableId} canRevoke={isManager} />
          </li>
        ))}
      </ul>
    </>
  );
}

function TabletRow({ tablet, tableId, canRevoke }: { tablet: Tablet; tableId: string; canRevoke: boolean }) {
  const words = { ...useWords(boardWords), ...useWords(tabletWords) };
  const { client, store } = useBoardContext();
  const queries = useQueryClient();
  const revoke = useAction(
    () => answer(client.api.POST("/api/v1/staff/tablets/{tablet_id}/revoke", { params: { path: { tablet_id: tablet.id } } })),
    { onSuccess: () => queries.invalidateQueries({ queryKey: ["tablets", tableId] }) },
  );
  const since = new Intl.DateTimeFormat("sv-SE", { timeZone: store.time_zone }).format(new Date(tablet.created_at));
  return (
    <>
      <p className="tablet__facts">
        <strong>{words.tablet(tablet.id.slice(-4))}</strong>
        <span>{words.pairedOn(since)}</span>
        <span>{tablet.revoked_at === null ? <>{words.lastSeen} <Duration since={tablet.last_seen_at} /></> : words.revoked}</span>
      </p>
      {canRevoke && tablet.revoked_at === null && (
        <Button variant="danger" disabled={revoke.working} onClick={() => void revoke.run(null)}>
          {revoke.working ? words.working : words.revoke}
        </Button>
      )}
      <Fault error={revoke.error} />
    </>
  );
}
