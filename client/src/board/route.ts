import { useSyncExternalStore } from "react";

/** The board's pages, each with its own address. */
const PATHS = { board: "/staff", kitchen: "/staff/kitchen", history: "/staff/history" } as const;
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
  if (path === PATHS.kitchen) return "kitchen";
  return path === PATHS.history ? "history" : "board";
}

export function goTo(page: Page): void {
  window.history.pushState(null, "", PATHS[page]);
  window.dispatchEvent(new Event(CHANGED));
}

export function useAddressSearch(): URLSearchParams {
  return new URLSearchParams(useSyncExternalStore(subscribe, () => window.location.search));
}

/** Another part of the same page, for which the browser's Back needs no step of its own. */
export function replaceSearch(search: URLSearchParams): void {
  const query = search.toString();
  window.history.replaceState(null, "", window.location.pathname + (query && `?${query}`));
  window.dispatchEvent(new Event(CHANGED));
}
