/** What the back office tells one tablet. */
import type { StoreApi } from "zustand/vanilla";

import type { Ordering } from "./ordering/ordering";
import type { Page } from "./parts";
import type { TableState } from "./tableState";

export interface Commands {
  /** Somebody looks for this tablet. */
  identify: () => void;
  /** Who looked for it has seen it. */
  unidentify: () => void;
  /** Loads the page again, in its newest release, once no order is being confirmed, sent or told of. */
  reload: (stopped: AbortSignal) => void;
}

interface Options {
  state: StoreApi<TableState>;
  ordering: Ordering;
  page: Page;
}

const IDENTIFIED_FOR = 10_000;

export function createCommands({ state, ordering, page }: Options): Commands {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const unidentify = () => { state.setState({ isIdentified: false }); };

  const whenFree = (stopped: AbortSignal, action: () => void) => {
    let isDone = false;
    const look = () => {
      const isFree = ordering.phase.getState().kind === "idle" && !state.getState().farewell?.lastOrder;
      if (!isFree || isDone || stopped.aborted) return;
      isDone = true;
      stopPhase();
      stopState();
      action();
    };
    const stopPhase = ordering.phase.subscribe(look);
    const stopState = state.subscribe(look);
    look();
  };

  return {
    identify: () => {
      clearTimeout(timer);
      state.setState({ isIdentified: true });
      timer = setTimeout(unidentify, IDENTIFIED_FOR);
    },
    unidentify,
    // What is new is brought first, so that nothing comes between the look and the deed.
    reload: (stopped) => { void page.bring().then(() => { whenFree(stopped, page.load); }); },
  };
}
