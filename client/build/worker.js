/* global self, caches, fetch, Request, URL */
// The tablet without a connection: its page, every part of it, and the menu's pictures. Orders, the menu and all else
// that the API says never come here.
const SHELL = "shell-" + "__VERSION__";
const PICTURES = "pictures";
const MOST_PICTURES = 500;
const FILES = ["__FILES__"];

self.addEventListener("install", (event) => {
  const fresh = FILES.map((file) => new Request(file, { cache: file === "/" ? "reload" : "default" }));
  event.waitUntil(caches.open(SHELL).then((cache) => cache.addAll(fresh)));
});

self.addEventListener("activate", (event) => {
  const forget = (name) => (name.startsWith("shell-") && name !== SHELL ? caches.delete(name) : null);
  event.waitUntil(
    caches.keys().then((names) => Promise.all(names.map(forget))).then(() => self.clients.claim()),
  );
});

// A new release waits until the page says that nobody is using it.
self.addEventListener("message", ({ data }) => {
  if (data === "take-over") self.skipWaiting();
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== self.location.origin) return;
  if (request.mode === "navigate" ? pathname === "/" : pathname.startsWith("/assets/")) event.respondWith(shell(request));
  else if (request.mode !== "navigate" && pathname.startsWith("/media/")) event.respondWith(picture(request));
});

async function shell(request) {
  const cache = await caches.open(SHELL);
  return (await cache.match(request, { ignoreSearch: true, ignoreVary: true })) ?? fetch(request);
}

// A picture that changes gets a new address, so one that is here is right.
async function picture(request) {
  const cache = await caches.open(PICTURES);
  const known = await cache.match(request, { ignoreVary: true });
  if (known) return known;
  const answer = await fetch(request);
  if (answer.ok) {
    const names = await cache.keys();
    if (names.length >= MOST_PICTURES) await cache.delete(names[0]);
    await cache.put(request, answer.clone());
  }
  return answer;
}
