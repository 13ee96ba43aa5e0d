import type { Tablet } from "../tablet";
import { type Releases, releases } from "./releases";
import { QUIET_AFTER, RESTED_FOR } from "./watch";

const LOOKS_EVERY = 2000;
const ASKS_EVERY = 15 * 60_000;
/** Where no stream tells that the server is back. */
const ASKS_EVERY_UNCONNECTED = 60_000;

/**
 * Takes a new release as soon as nobody is there: asked for when the tablet is left alone, when the server is back, as
 * after a deployment, and every quarter of an hour. Returns what stops it.
 */
export function followReleases(tablet: Tablet, of: Releases = releases): () => void {
  const following = follow(of, () => isUnattended(tablet), ASKS_EVERY);
  const deafen = tablet.connection.subscribe(({ state }, before) => {
    if (state === "live" && before.state !== "live") following.askAnew();
  });
  return () => {
    following.stop();
    deafen();
  };
}

/** The same on the screen that connects a tablet with a table. */
export function followReleasesUnconnected(of: Releases = releases): () => void {
  let touchedAt = Date.now();
  const touch = () => { touchedAt = Date.now(); };
  for (const type of TOUCHES) document.addEventListener(type, touch);
  const { stop } = follow(of, () => Date.now() - touchedAt >= (isBlank() ? RESTED_FOR : QUIET_AFTER), ASKS_EVERY_UNCONNECTED);
  return () => {
    stop();
    for (const type of TOUCHES) document.removeEventListener(type, touch);
  };
}

const TOUCHES = ["pointerdown", "keydown", "input"];

/** Nobody has begun to fill in anything. */
function isBlank(): boolean {
  return [...document.querySelectorAll("input")].every(({ value }) => value === "");
}

function follow(of: Releases, isNobodyThere: () => boolean, every: number): { askAnew: () => void; stop: () => void } {
  const isWelcome = () => !isOver && isNobodyThere();
  let isOver = false;
  let isAsking = false;
  let askedAt: number | null = null;

  const ask = async () => {
    isAsking = true;
    askedAt = Date.now();
    // Somebody may have come while the release was on its way; it is here then at the next idle moment.
    if (await of.bring() && isWelcome()) of.take(isWelcome);
    isAsking = false;
  };
  const look = () => {
    if (!isNobodyThere()) askedAt = null;
    else if (!isAsking && (askedAt === null || Date.now() - askedAt >= every)) void ask();
  };
  const timer = setInterval(look, LOOKS_EVERY);
  const stop = () => {
    isOver = true;
    clearInterval(timer);
  };
  return { askAnew: () => { askedAt = null; }, stop };
}

/** Nobody is at the tablet, and nothing on its screen would be lost. */
export function isUnattended({ state, cart, ordering }: Tablet): boolean {
  const { bill, farewell, isIdentified, isResting, touchedAt } = state.getState();
  const { lines, pending } = cart.state.getState();
  const isFree = lines.length === 0 && pending === null && ordering.phase.getState().kind === "idle" && !farewell && !isIdentified;
  if (!isFree || document.querySelector("dialog[open]") !== null) return false;
  return Date.now() - touchedAt >= (isResting && !bill?.session ? RESTED_FOR : QUIET_AFTER);
}

export { releases };
