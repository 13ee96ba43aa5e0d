/** A chime that nobody hears is repeated, until somebody touches the order or it is plain that nobody is there. */
const EVERY = 20_000;
const AT_MOST = 6;

export interface Reminders {
  expect: (orderId: string) => void;
  /** Somebody has seen to it. */
  settle: (orderId: string) => void;
  stop: () => void;
}

export function createReminders(remind: () => void): Reminders {
  const left = new Map<string, number>();
  let timer: ReturnType<typeof setInterval> | undefined;

  const stop = () => {
    clearInterval(timer);
    timer = undefined;
    left.clear();
  };
  const tick = () => {
    remind();
    for (const [id, times] of left) {
      if (times <= 1) left.delete(id);
      else left.set(id, times - 1);
    }
    if (left.size === 0) stop();
  };
  const expect = (orderId: string) => {
    left.set(orderId, AT_MOST);
    timer ??= setInterval(tick, EVERY);
  };
  const settle = (orderId: string) => {
    if (left.delete(orderId) && left.size === 0) stop();
  };
  return { expect, settle, stop };
}
