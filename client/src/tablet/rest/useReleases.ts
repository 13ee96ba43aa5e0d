import { useEffect } from "react";

const ASKED_EVERY = 15 * 60_000;

/** Takes a new release of this page when `isQuiet`: nobody looks at it, and nothing would be lost. */
export function useReleases(isQuiet: boolean): void {
  useEffect(() => {
    // Only over HTTPS.
    const workers = "serviceWorker" in navigator ? navigator.serviceWorker : undefined;
    if (!isQuiet || workers === undefined) return;
    const reload = () => { window.location.reload(); };
    const take = async () => {
      const registration = await workers.getRegistration();
      // Without a connection there is nothing new.
      await registration?.update().catch(() => undefined);
      // The very first one finds a page that is its own release.
      if (!registration?.waiting || !workers.controller) return;
      workers.addEventListener("controllerchange", reload, { once: true });
      registration.waiting.postMessage("take-over");
    };
    void take();
    const timer = setInterval(() => void take(), ASKED_EVERY);
    return () => {
      clearInterval(timer);
      workers.removeEventListener("controllerchange", reload);
    };
  }, [isQuiet]);
}
