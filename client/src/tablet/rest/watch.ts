/** When nobody has touched the tablet for a while. */

const SECOND = 1000;
const MINUTE = 60 * SECOND;

/** Without an open session a cart waits this long, then its guests are asked. */
export const ABANDONED_AFTER = 3 * MINUTE;
/** With one: back to the first page, and much later the cart's turn. */
export const SETTLED_AFTER = 10 * MINUTE;
export const FORGOTTEN_AFTER = 30 * MINUTE;
/** How long the question stands. */
export const ASKED_FOR = 20 * SECOND;
/** A new release may come when nothing was touched for this long and nothing would be lost; on the idle screen sooner. */
export const QUIET_AFTER = 5 * MINUTE;
export const RESTED_FOR = 10 * SECOND;

export interface Situation {
  untouchedFor: number;
  isVisitOpen: boolean;
  hasCart: boolean;
}

/** `settle`: back to the first page; `rest`: to the idle screen. Both lose nothing; `ask` first, where something would be. */
export type Step = "stay" | "settle" | "ask" | "clear" | "rest";

export function nextStep({ untouchedFor, isVisitOpen, hasCart }: Situation): Step {
  const patience = isVisitOpen ? FORGOTTEN_AFTER : ABANDONED_AFTER;
  if (untouchedFor >= patience && hasCart) return untouchedFor >= patience + ASKED_FOR ? "clear" : "ask";
  if (untouchedFor >= patience && !isVisitOpen) return "rest";
  return isVisitOpen && untouchedFor >= SETTLED_AFTER ? "settle" : "stay";
}
