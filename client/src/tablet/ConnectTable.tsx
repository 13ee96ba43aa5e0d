import { useEffect, useState } from "react";

import { SignIn } from "../shared/signin/SignIn";
import { entry } from "../shared/signin/entry";
import { Button } from "../shared/ui/Button";
import { Field } from "../shared/ui/Field";
import { useWords } from "../shared/words/dictionary";
import { sharedWords } from "../shared/words/sharedWords";
import type { TabletClient } from "./client";
import { connectWords } from "./connectWords";
import { PairByCode } from "./PairByCode";
import { tabletWords } from "./words";

/** Shown while the tablet has no table, and when staff take it to another: then `onDone` leads back. */
export default function ConnectTable({ client, onDone }: { client: TabletClient; onDone?: () => void }) {
  const words = useWords(tabletWords);
  const shared = useWords(sharedWords);
  const connect = useWords(connectWords);
  const signIn = async (form: FormData) => {
    await client.signIn({
      store_code: entry(form, "store_code").trim(),
      table_number: Number(entry(form, "table_number")),
      pin: entry(form, "pin"),
    });
    onDone?.();
  };
  const [known] = useState(codeFromAddress);
  useEffect(forgetAddressedCode, []);
  const pair = async (code: string) => {
    await client.pair(code);
    onDone?.();
  };
  return (
    <div className="connect">
      <PairByCode known={known} pair={pair} />
      <SignIn title={words.connectTable} action={words.connect} signIn={signIn}>
        <Field label={shared.storeCode} name="store_code" required autoComplete="off" autoCapitalize="none" />
        <Field label={words.tableNumber} name="table_number" required inputMode="numeric" pattern="[0-9]+" autoComplete="off" />
        <Field label={words.pin} name="pin" type="password" required inputMode="numeric" autoComplete="off" />
        {onDone && <Button onClick={onDone}>{words.keepTable}</Button>}
      </SignIn>
      {!window.isSecureContext && <p className="pair__insecure">{connect.insecure}</p>}
    </div>
  );
}

function codeFromAddress(): string {
  const code = new URL(window.location.href).searchParams.get("pair") ?? "";
  return /^\d{6}$/.test(code) ? code : "";
}

/** A link's code does not stay in the address bar or the history. */
function forgetAddressedCode(): void {
  const address = new URL(window.location.href);
  if (!address.searchParams.has("pair")) return;
  address.searchParams.delete("pair");
  window.history.replaceState(null, "", address);
}
