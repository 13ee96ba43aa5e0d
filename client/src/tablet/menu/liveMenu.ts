import { createStore, type StoreApi } from "zustand/vanilla";

import { Unreachable } from "../../shared/api/errors";
import type { Menu, MenuItem } from "../../shared/api/types";
import { isRecord, keep } from "../../shared/storage";
import type { TabletClient } from "../client";

export interface LiveMenu {
  /** The newest menu known, at first the one this tablet kept; null when there is none yet. */
  state: StoreApi<Menu | null>;
  /** Asks for a newer one; throws when nobody answers. Refreshes take turns, so that the newest answer is the last. */
  refresh: () => Promise<void>;
}

interface KeptMenu {
  etag: string;
  menu: Menu;
}

const kept = keep<KeptMenu>("menu", 1, isKeptMenu);

export function createLiveMenu({ api, session }: TabletClient): LiveMenu {
  let known = keptFor(session.state.getState()?.store.id);
  const state = createStore<Menu | null>(() => known?.menu ?? null);

  const load = async () => {
    const header = known === null ? {} : { "If-None-Match": known.etag };
    const { data, response } = await api.GET("/api/v1/menu", { params: { header } });
    if (response.status === 304) return;
    if (data === undefined) throw new Unreachable("foreign");
    known = { menu: data, etag: response.headers.get("ETag") ?? "" };
    kept.write(known);
    state.setState(data, true);
    session.update({ store: data.store });
  };

  let last = Promise.resolve();
  const refresh = () => {
    last = last.catch(() => undefined).then(load);
    return last;
  };
  return { state, refresh };
}

export function findItem(menu: Menu | null, id: string): MenuItem | null {
  for (const { items } of menu?.categories ?? []) {
    const item = items.find((each) => each.id === id);
    if (item) return item;
  }
  return null;
}

function keptFor(storeId: string | undefined): KeptMenu | null {
  const known = kept.read();
  return known?.menu.store.id === storeId ? known : null;
}

function isKeptMenu(value: unknown): value is KeptMenu {
  return (
    isRecord(value) &&
    typeof value.etag === "string" &&
    isRecord(value.menu) &&
    isRecord(value.menu.store) &&
    Array.isArray(value.menu.categories)
  );
}

const RETRY = 5000;
/** Items come and go with their hours, of which no event tells. */
const AGE = 300_000;

/** Refreshes the menu whenever it may have changed, until it is there. */
export function keepFresh(menu: LiveMenu, { session }: TabletClient): { refresh: () => void; start: () => () => void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const refresh = () => {
    clearTimeout(timer);
    menu.refresh().catch(() => {
      if (session.access() !== null) timer = setTimeout(refresh, RETRY);
    });
  };
  const start = () => {
    const aging = setInterval(refresh, AGE);
    return () => { clearInterval(aging); };
  };
  return { refresh, start };
}
