/** Counts down a pairing code's ten minutes, and says so once a tablet has used it. */
const page = document.querySelector("[data-pairing]");
const until = Date.parse(page.dataset.until);
const countdown = page.querySelector("[data-countdown]");
const ASKED_EVERY = 2000;

function show(state) {
  for (const part of page.querySelectorAll("[data-when]")) part.hidden = part.dataset.when !== state;
}

function tick() {
  const left = Math.max(0, Math.floor((until - Date.now()) / 1000));
  countdown.textContent = page.dataset.left.replace("{minutes}", Math.floor(left / 60)).replace("{seconds}", left % 60);
}

async function ask() {
  const query = new URLSearchParams({ until: page.dataset.until });
  // Without a connection, or signed out, the page stays as it is and asks again.
  const answer = await fetch(`${page.dataset.status}?${query}`, { headers: { Accept: "application/json" }, redirect: "error" }).catch(() => null);
  const { state } = answer?.ok ? await answer.json() : { state: "waiting" };
  if (state === "waiting") {
    setTimeout(ask, ASKED_EVERY);
    return;
  }
  clearInterval(ticking);
  show(state);
}

const ticking = setInterval(tick, 1000);
tick();
setTimeout(ask, ASKED_EVERY);
