import { type ReactNode, useDeferredValue } from "react";

import { HeldLanguage, useLanguage } from "./language";

/** For the many words of a long list: the touch that changes the language is answered before they are all written anew. */
export function LaterLanguage({ children }: { children: ReactNode }) {
  return <HeldLanguage value={useDeferredValue(useLanguage())}>{children}</HeldLanguage>;
}
