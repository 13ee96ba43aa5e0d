import { useEffect, useState } from "react";

/** What a QR code's address fills in: a one-time code, or the store and table whose PIN is then asked for. */
export interface Link {
  /** Another one is another form. */
  key: string;
  code?: string;
  store?: string;
  table?: string;
}

/** The part after `#` never leaves the device: no server and no log sees it. */
export function linkOf(hash: string): Link | null {
  const code = /^#pair=(\d{6})$/.exec(hash)?.[1];
  if (code !== undefined) return { key: hash, code };
  const [, store, table] = /^#table=([a-z0-9-]{1,40})\/(\d{1,4})$/.exec(hash) ?? [];
  return store !== undefined && table !== undefined ? { key: hash, store, table } : null;
}

/** The link that this page was opened by, which leaves the address bar and the history at once. */
export function useLink(): { link: Link | null; forget: () => void } {
  const [link, setLink] = useState(() => linkOf(window.location.hash));
  useEffect(() => {
    const take = () => {
      const { hash, pathname, search } = window.location;
      const found = linkOf(hash);
      if (found) setLink(found);
      if (/^#(pair|table)=/.test(hash)) window.history.replaceState(null, "", pathname + search);
    };
    take();
    window.addEventListener("hashchange", take);
    return () => { window.removeEventListener("hashchange", take); };
  }, []);
  return { link, forget: () => { setLink(null); } };
}
