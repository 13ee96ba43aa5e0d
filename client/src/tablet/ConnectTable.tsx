import { useEffect } from "react";

import { SignIn } from "../shared/signin/SignIn";
import { entry } from "../shared/signin/entry";
import { Button } from "../shared/ui/Button";
import { Field } from "../shared/ui/Field";
import { Notice } from "../shared/ui/Notice";
import { useWords } from "../shared/words/dictionary";
import { sharedWords } from "../shared/words/sharedWords";
import type { TabletClient } from "./client";
import { connectWords } from "./connectWords";
import type { Link } from "./link";
import { PairByCode } from "./PairByCode";
import { followReleasesUnconnected } from "./rest/followReleases";

interface ConnectTableProps {
  client: TabletClient;
  /** What a QR code fills in. */
  link: Link | null;
  /** The present one can be kept. */
  hasTable: boolean;
  /** A moment ago guests could order here. */
  isRevoked: boolean;
  /** Leads to the table: the new one, or the one that is kept. */
  onDone: () => void;
}

/** Shown while the tablet has no table, and when staff take it to another. */
export default function ConnectTable({ client, link, hasTable, isRevoked, onDone }: ConnectTableProps) {
  const shared = useWords(sharedWords);
  const words = useWords(connectWords);
  // What a link fills in would be lost: whoever opened it is there.
  useEffect(() => (link ? undefined : followReleasesUnconnected()), [link]);
  const signIn = async (form: FormData) => {
    await client.signIn({
      store_code: entry(form, "store_code").trim(),
      table_number: Number(entry(form, "table_number")),
      pin: entry(form, "pin"),
    });
    onDone();
  };
  const pair = async (code: string) => {
    await client.pair(code);
    onDone();
  };
  return (
    <div className="connect">
      {isRevoked && <div className="connect__revoked"><Notice tone="warning">{words.revoked}</Notice></div>}
      <PairByCode known={link?.code ?? ""} pair={pair} />
      <SignIn title={words.connectTable} action={words.connect} signIn={signIn}>
        <Field label={shared.storeCode} name="store_code" defaultValue={link?.store} required autoComplete="off" autoCapitalize="none" />
        <Field label={words.tableNumber} name="table_number" defaultValue={link?.table} required inputMode="numeric" pattern="[0-9]+" autoComplete="off" />
        <Field label={words.pin} name="pin" type="password" required inputMode="numeric" autoComplete="off" autoFocus={link?.table !== undefined} />
        {hasTable && <Button onClick={onDone}>{words.keepTable}</Button>}
      </SignIn>
      {!window.isSecureContext && <p className="pair__insecure">{words.insecure}</p>}
    </div>
  );
}
