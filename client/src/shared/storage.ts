/** A value that this device keeps over reloads. A device that refuses to store behaves as one that was just reset. */
export interface Kept<T> {
  /** What it is called in the browser's storage, and in the events of other tabs. */
  key: string;
  read: () => T | null;
  /** Whether it is really stored. */
  write: (value: T) => boolean;
  clear: () => void;
}

/**
 * Raise `version` when the shape changes: what an older build stored is then no longer read.
 * `isValid` guards against what someone else wrote under our key.
 */
export function keep<T>(name: string, version: number, isValid: (value: unknown) => value is T): Kept<T> {
  const key = `tableorder.${name}.v${version}`;
  return {
    key,
    read: () => {
      const value = readJson(key);
      return isValid(value) ? value : null;
    },
    write: (value) => attempt(() => { localStorage.setItem(key, JSON.stringify(value)); }),
    clear: () => void attempt(() => { localStorage.removeItem(key); }),
  };
}

/** Keeps nothing: for a page that only shows how another one looks. */
export function keepNothing<T>(): Kept<T> {
  return { key: "", read: () => null, write: () => false, clear: () => undefined };
}

function readJson(key: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(key) ?? "null") as unknown;
  } catch {
    return null;
  }
}

/** Storage may be full, or switched off altogether. */
function attempt(action: () => void): boolean {
  try {
    action();
    return true;
  } catch {
    return false;
  }
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
