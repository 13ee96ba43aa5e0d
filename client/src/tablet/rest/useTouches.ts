import { useEffect } from "react";

import { useTablet } from "../TabletContext";

const NOTED_EVERY = 1000;
const SIGNS = ["pointerdown", "keydown", "wheel", "touchmove"] as const;

/** Notes when somebody last touched the tablet. */
export function useTouches(): void {
  const { touch, state } = useTablet();
  useEffect(() => {
    const note = () => { if (Date.now() - state.getState().touchedAt >= NOTED_EVERY) touch(); };
    for (const sign of SIGNS) window.addEventListener(sign, note, { capture: true, passive: true });
    return () => { for (const sign of SIGNS) window.removeEventListener(sign, note, { capture: true }); };
  }, [touch, state]);
}
