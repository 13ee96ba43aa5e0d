import { type RefObject, useLayoutEffect, useRef } from "react";

/** When what had the focus leaves a list, the focus goes to what took its place, not to the top of the page. */
export function useKeptFocus(list: RefObject<HTMLElement | null>, contents: string, target = ".button--primary, .button"): void {
  const place = useRef<number | null>(null);
  useLayoutEffect(() => {
    const items = [...(list.current?.children ?? [])];
    const focused = items.findIndex((item) => item.contains(document.activeElement));
    const lost = focused === -1 && place.current !== null && document.activeElement === document.body;
    const heir = lost ? items[Math.min(place.current ?? 0, items.length - 1)] : undefined;
    (heir?.querySelector<HTMLElement>(target) ?? heir?.querySelector<HTMLElement>("[tabindex]"))?.focus();
    const element = list.current;
    const remember = () => {
      const found = [...(element?.children ?? [])].findIndex((item) => item.contains(document.activeElement));
      place.current = found === -1 ? null : found;
    };
    element?.addEventListener("focusin", remember);
    element?.addEventListener("focusout", forget);
    function forget(event: FocusEvent) {
      // A removed element tells nobody that it loses the focus in some browsers, and tells of nowhere in others.
      if (event.relatedTarget !== null) place.current = null;
    }
    remember();
    return () => {
      element?.removeEventListener("focusin", remember);
      element?.removeEventListener("focusout", forget);
    };
  }, [list, contents, target]);
}
