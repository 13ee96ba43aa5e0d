import { Notice } from "../ui/Notice";
import { useWords } from "../words/dictionary";
import { type SharedWords, sharedWords } from "../words/sharedWords";
import type { SignInFault } from "./useSignIn";

/** What went wrong with the last sign-in. */
export function FaultNotice({ fault }: { fault: SignInFault }) {
  return <Notice tone="error">{faultText(fault, useWords(sharedWords))}</Notice>;
}

function faultText(fault: SignInFault, words: SharedWords): string {
  switch (fault.kind) {
    case "locked":
      return words.locked(fault.seconds);
    case "credentials":
      return words.wrongCredentials;
    case "offline":
      return words.offline;
    case "unavailable":
      return words.unavailable;
  }
}
