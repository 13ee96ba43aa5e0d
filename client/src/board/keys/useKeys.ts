import { useEffect, useRef } from "react";

import { useSettings } from "../device";

const WRITING = "input, textarea, select, [contenteditable]";

/**
 * Shortcuts of one key. They rest while somebody writes or a dialog is open, and altogether when this device has turned
 * them off, as people who speak to their screen must be able to.
 */
export function useKeys(keys: Readonly<Record<string, (() => void) | undefined>>): void {
  const { singleKeys } = useSettings();
  const current = useRef(keys);
  useEffect(() => {
    current.current = keys;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const key = keyOf(event);
      const action = current.current[key];
      if (action === undefined || !isFree(event)) return;
      if (!singleKeys && key !== "?") return;
      event.preventDefault();
      action();
    };
    window.addEventListener("keydown", onKeyDown);
    return () => { window.removeEventListener("keydown", onKeyDown); };
  }, [singleKeys]);
}

/** The letter on the key, also when a Korean keyboard writes another one with it. */
function keyOf({ key, code }: KeyboardEvent): string {
  if (/^[ -~]$/.test(key)) return key.toLowerCase();
  return /^Key[A-Z]$/.test(code) ? code.slice(3).toLowerCase() : key;
}

function isFree({ target, ctrlKey, metaKey, altKey, defaultPrevented }: KeyboardEvent): boolean {
  if (ctrlKey || metaKey || altKey || defaultPrevented) return false;
  if (document.querySelector("dialog[open]") !== null) return false;
  return !(target instanceof Element && target.matches(WRITING));
}
