import type { KeyboardEvent } from "react";

import { moveFocus } from "../keys/moveFocus";

/** The arrow keys go from table to table, as they stand on the screen. */
export function followArrows(event: KeyboardEvent<HTMLElement>): void {
  const cards = event.currentTarget.querySelectorAll<HTMLElement>(".table-card");
  if (event.target instanceof Element && moveFocus(event.key, event.target, cards)) event.preventDefault();
}
