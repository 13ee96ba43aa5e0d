import type { StoreApi } from "zustand/vanilla";

import type { Connection } from "../../shared/events/feed";

/** After a break the stream brings what was missed in the first moment. */
const CATCHING_UP = 1500;

/** Tells how many came in while the connection was away. */
export function watchReturn(connection: StoreApi<Connection>, known: () => ReadonlySet<string>, tell: (count: number) => void): () => void {
  let before: ReadonlySet<string> | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const compare = () => {
    const missed = before;
    before = null;
    const count = [...known()].filter((id) => missed?.has(id) === false).length;
    if (count > 0) tell(count);
  };
  const unsubscribe = connection.subscribe(({ state, lastMessageAt }, previous) => {
    if (state === previous.state || lastMessageAt === null) return;
    clearTimeout(timer);
    if (state === "live") timer = setTimeout(compare, CATCHING_UP);
    else before ??= known();
  });
  return () => {
    unsubscribe();
    clearTimeout(timer);
  };
}
