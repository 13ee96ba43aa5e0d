import { createStore, type StoreApi } from "zustand/vanilla";

/** Things to know about an order or a call that are only true for a moment. */
export interface Fleeting<Value> {
  entries: StoreApi<ReadonlyMap<string, Value>>;
  put: (id: string, value: Value, lifetime: number) => void;
  drop: (id: string) => void;
}

export function createFleeting<Value>(): Fleeting<Value> {
  const entries = createStore<ReadonlyMap<string, Value>>(() => new Map());
  const timers = new Map<string, ReturnType<typeof setTimeout>>();

  const drop = (id: string) => {
    clearTimeout(timers.get(id));
    timers.delete(id);
    entries.setState(new Map([...entries.getState()].filter(([each]) => each !== id)), true);
  };
  const put = (id: string, value: Value, lifetime: number) => {
    clearTimeout(timers.get(id));
    timers.set(id, setTimeout(drop, lifetime, id));
    entries.setState(new Map(entries.getState()).set(id, value), true);
  };
  return { entries, put, drop };
}
