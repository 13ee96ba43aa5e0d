/* The numbers of today come again while somebody looks at them. */
const EVERY = 30_000;

async function refresh() {
  const home = document.getElementById("home");
  if (document.hidden || home.contains(document.activeElement)) return;
  try {
    const answer = await fetch(location.href, { credentials: "same-origin", redirect: "error" });
    if (!answer.ok) return;
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("home");
    if (fresh) home.replaceWith(document.adoptNode(fresh));
  } catch {
    /* No connection: what is shown stays, and the next turn tries again. */
  }
}

setInterval(refresh, EVERY);
document.addEventListener("visibilitychange", refresh);
