import { useEffect } from "react";
import { useStore } from "zustand";
import { createStore, type StoreApi } from "zustand/vanilla";

import { isRecord, keep } from "../../shared/storage";
import type { Device } from "../device";

export const LOCKS_AFTER = 600_000;
const LOOKS_EVERY = 5000;
const SIGNS = ["pointerdown", "keydown", "wheel"] as const;

interface Touches {
  /** When somebody last touched a board of this browser; 0 once it was locked by hand. */
  touchedAt: number;
}

/** Outlives the page, or a reload would unlock it; every tab of the browser goes by it. */
const kept = keep<Touches>("board-lock", 1, (value): value is Touches => isRecord(value) && typeof value.touchedAt === "number");

/** Somebody has just shown who they are. */
export function unlock(): void {
  kept.write({ touchedAt: Date.now() });
}

export interface Lock {
  locked: StoreApi<boolean>;
  lockNow: () => void;
  /** Takes notice at once of what this page has just written. */
  look: () => void;
  /** Follows touches and the clock until the returned function is called. */
  start: () => () => void;
}

export function createLock(device: Device): Lock {
  if (kept.read() === null) unlock();
  const touchedAt = () => kept.read()?.touchedAt ?? Date.now();
  const isLocked = () => touchedAt() === 0 || (device.getState().locks && Date.now() - touchedAt() >= LOCKS_AFTER);
  const locked = createStore(isLocked);
  const look = () => { locked.setState(isLocked(), true); };
  const note = () => {
    look();
    if (!locked.getState() && Date.now() - touchedAt() >= LOOKS_EVERY) unlock();
  };
  return {
    locked,
    look,
    lockNow: () => {
      kept.write({ touchedAt: 0 });
      look();
    },
    start: () => {
      const timer = setInterval(look, LOOKS_EVERY);
      window.addEventListener("storage", look);
      for (const sign of SIGNS) window.addEventListener(sign, note, { capture: true, passive: true });
      return () => {
        clearInterval(timer);
        window.removeEventListener("storage", look);
        for (const sign of SIGNS) window.removeEventListener(sign, note, { capture: true });
      };
    },
  };
}

/** Whether the board is locked, while this page is shown. */
export function useLock({ locked, start }: Lock): boolean {
  useEffect(() => start(), [start]);
  return useStore(locked);
}
