import { type RefObject, startTransition, useEffect, useRef, useState } from "react";

/** How far beyond the list's edges a part is already filled: a screen, so that a moving finger finds it ready. */
const AHEAD = "100% 0px";

interface Nearness {
  isNear: boolean;
  /** How high it was when it was last filled; pixels. */
  height: number | null;
}

const observers = new WeakMap<Element, IntersectionObserver>();
const tellers = new WeakMap<Element, (entry: IntersectionObserverEntry) => void>();

/**
 * Whether a part of a long scrolling list (its ancestor with `data-long`) is on the screen or soon will be: only then is
 * it worth filling. True where there is no such list; `initially` until the browser has said.
 */
export function useNear(initially: boolean): Nearness & { part: RefObject<HTMLDivElement | null> } {
  const part = useRef<HTMLDivElement>(null);
  const [nearness, setNearness] = useState<Nearness>({ isNear: initially, height: null });
  useEffect(() => {
    const element = part.current;
    const list = element?.closest("[data-long]");
    if (!element || !list || typeof IntersectionObserver === "undefined") {
      setNearness({ isNear: true, height: null });
      return;
    }
    const observer = observerOf(list);
    tellers.set(element, ({ isIntersecting, boundingClientRect }) => {
      setNearness(({ isNear, height }) => ({ isNear: isIntersecting, height: isNear ? boundingClientRect.height : height }));
    });
    observer.observe(element);
    return () => { observer.unobserve(element); };
  }, []);
  return { part, ...nearness };
}

/** One for all parts of a list. A touch never waits for what it tells. */
function observerOf(list: Element): IntersectionObserver {
  const known = observers.get(list);
  if (known) return known;
  const tell = (entries: IntersectionObserverEntry[]) => {
    startTransition(() => { for (const entry of entries) tellers.get(entry.target)?.(entry); });
  };
  const observer = new IntersectionObserver(tell, { root: list, rootMargin: AHEAD });
  observers.set(list, observer);
  return observer;
}
