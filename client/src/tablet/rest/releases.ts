/** New releases of this page: brought behind what guests look at, taken when nobody would notice. */
import { buildOf } from "../version";

export interface Releases {
  /** Asks the server for a newer release and brings it here; answers whether there is one to take. Never throws. */
  bring: () => Promise<boolean>;
  /** Loads the page again in the newest release that is here, unless somebody came between. */
  take: (isWelcome?: () => boolean) => void;
}

/** What of the browser has to do with releases. */
export interface Browser {
  /** There is none without HTTPS. */
  workers: ServiceWorkerContainer | undefined;
  document: Document;
  reload: () => void;
}

/** How long a worker may take to hand over. */
const PATIENCE = 10_000;

export function createReleases({ workers, document, reload }: Browser): Releases {
  let registration: ServiceWorkerRegistration | undefined;
  let controller = workers?.controller ?? null;
  /** A newer release answers this page's requests already, so that it is to be loaded again. */
  let isOld = false;
  workers?.addEventListener("controllerchange", () => {
    // The very first one finds a page that is its own release.
    isOld ||= controller !== null;
    controller = workers.controller;
  });

  const bring = async () => {
    registration = await workers?.getRegistration();
    if (isOld) return true;
    if (registration === undefined) return isAnotherServed(document);
    // Without a connection there is nothing new; what came before is still here.
    await registration.update().catch(() => undefined);
    await settled(registration.installing);
    return registration.waiting !== null && controller !== null;
  };

  const take = (isWelcome: () => boolean) => {
    const load = () => {
      clearTimeout(limit);
      workers?.removeEventListener("controllerchange", load);
      if (isWelcome()) reload();
    };
    const limit = setTimeout(load, PATIENCE);
    const waiting = controller && registration?.waiting;
    if (isOld || !waiting) {
      load();
      return;
    }
    workers?.addEventListener("controllerchange", load);
    waiting.postMessage("take-over");
  };

  return { bring: () => bring().catch(() => false), take: (isWelcome = () => true) => { take(isWelcome); } };
}

/** Until a worker that is on its way is here, or has failed. */
function settled(worker: ServiceWorker | null): Promise<void> {
  return new Promise((resolve) => {
    const look = () => { if (worker?.state !== "installing") resolve(); };
    worker?.addEventListener("statechange", look);
    look();
  });
}

/** For browsers without workers: whether the server has another page by now. Throws without a connection. */
async function isAnotherServed(document: Document): Promise<boolean> {
  const own = buildOf(document);
  const answer = await fetch("/", { cache: "no-store" });
  const served = /type="module"[^>]*-([\w-]{8})\.js"/.exec(await answer.text())?.[1];
  return answer.ok && own !== "" && served !== undefined && served !== own;
}

/** This page's. */
export const releases = createReleases({
  workers: "serviceWorker" in navigator ? navigator.serviceWorker : undefined,
  document,
  reload: () => { window.location.reload(); },
});
