import { useState } from "react";

import { goTo } from "../route";
import { useKeys } from "./useKeys";

/** The keys that every page has, with its own. */
export function usePageKeys(keys: Readonly<Record<string, () => void>> = {}): { sheet: { open: boolean; onClose: () => void } } {
  const [open, setOpen] = useState(false);
  useKeys({
    b: () => { goTo("board"); },
    k: () => { goTo("kitchen"); },
    h: () => { goTo("history"); },
    "?": () => { setOpen(true); },
    ...keys,
  });
  return { sheet: { open, onClose: () => { setOpen(false); } } };
}
