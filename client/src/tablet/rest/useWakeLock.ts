import { useEffect } from "react";

/** Keeps the screen on, where the browser can: it lets go whenever the page is hidden. */
export function useWakeLock(): void {
  useEffect(() => {
    // Only over HTTPS.
    if (!("wakeLock" in navigator)) return;
    let lock: WakeLockSentinel | null = null;
    let isOver = false;
    const hold = async () => {
      if (document.visibilityState !== "visible") return;
      // A tablet that saves its battery refuses.
      lock = await navigator.wakeLock.request("screen").catch(() => null);
      if (isOver) void lock?.release();
    };
    const again = () => void hold();
    again();
    document.addEventListener("visibilitychange", again);
    return () => {
      isOver = true;
      document.removeEventListener("visibilitychange", again);
      void lock?.release();
    };
  }, []);
}
