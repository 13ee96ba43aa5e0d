import { useSyncExternalStore } from "react";

/** The board's pages, each with its own address. */
const PATHS = { board: "/staff", kitchen: "/staff/kitchen" } as const;
export type Page = keyof typeof PATHS;

const CHANGED = "tableorder:address";

function subscribe(onChange: () => void): () => void {
  window.addEventListener("popstate", onChange);
  window.addEventListener(CHANGED, onChange);
  return () => {
    window.removeEventListener("popstate", onChange);
    window.removeEventListener(CHANGED, onChange);
  };
}

export function addressOf(page: Page): string {
  return PATHS[page];
}

export function usePage(): Page {
  const path = useSyncExternalStore(subscribe, () => window.location.pathname);
  return path === PATHS.kitchen ? "kitchen" : "board";
}

export function goTo(page: Page): void {
  window.history.pushState(null, "", PATHS[page]);
  window.dispatchEvent(new Event(CHANGED));
}
