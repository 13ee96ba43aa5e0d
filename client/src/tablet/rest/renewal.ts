const PATIENCE = 10_000;

/** Loads the page again. A release that the server has meanwhile is taken first, as far as that goes quickly. */
export async function renew(): Promise<void> {
  const reload = () => { window.location.reload(); };
  // Only over HTTPS.
  const workers = "serviceWorker" in navigator ? navigator.serviceWorker : undefined;
  const limit = setTimeout(reload, PATIENCE);
  const registration = await workers?.getRegistration().catch(() => undefined);
  await registration?.update().catch(() => undefined);
  await installed(registration?.installing ?? null);
  if (workers?.controller && registration?.waiting) {
    workers.addEventListener("controllerchange", reload, { once: true });
    registration.waiting.postMessage("take-over");
    return;
  }
  clearTimeout(limit);
  reload();
}

function installed(worker: ServiceWorker | null): Promise<void> {
  return new Promise((resolve) => {
    const look = () => { if (worker?.state !== "installing") resolve(); };
    worker?.addEventListener("statechange", look);
    look();
  });
}
