import { type RefObject, useCallback, useRef, useState } from "react";

/** How far below the top a section may begin and yet be the one that is read. */
const MARGIN = 96;

/** Which of the list's sections is on the screen, and the way to another. */
export function useSections(): {
  list: RefObject<HTMLDivElement | null>;
  current: string | null;
  follow: () => void;
  goTo: (category: string) => void;
} {
  const list = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState<string | null>(null);
  const follow = useCallback(() => {
    if (!list.current) return;
    const { scrollTop } = list.current;
    const reached = sectionsOf(list.current).findLast(({ offsetTop }) => offsetTop <= scrollTop + MARGIN);
    setCurrent(reached?.dataset.category ?? null);
  }, []);
  const goTo = useCallback((category: string) => {
    const section = list.current && sectionsOf(list.current).find(({ dataset }) => dataset.category === category);
    if (list.current && section) list.current.scrollTop = section.offsetTop;
    setCurrent(category);
  }, []);
  return { list, current, follow, goTo };
}

function sectionsOf(list: HTMLElement): HTMLElement[] {
  return [...list.querySelectorAll<HTMLElement>("[data-category]")];
}
