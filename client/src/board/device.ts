import { useStore } from "zustand";
import { createStore, type StoreApi } from "zustand/vanilla";

import { isRecord, keep } from "../shared/storage";
import { useBoardContext } from "./context";

/** Which of the orders and calls the queue shows. */
export const SHOWN = ["open", "pending", "preparing", "completed", "calls"] as const;
export type Shown = (typeof SHOWN)[number];

/** What this device keeps to itself: a kitchen's screen and the counter's want different things. */
export interface Settings {
  zone: string | null;
  shown: Shown;
  view: "grid" | "plan";
  station: string | null;
  together: boolean;
  volume: number;
  singleKeys: boolean;
  /** This device prints each new order by itself. */
  autoPrint: boolean;
  /** It locks when nobody has touched it for a while. */
  locks: boolean;
}

const DEFAULTS: Settings = {
  zone: null,
  shown: "open",
  view: "grid",
  station: null,
  together: true,
  volume: 0.6,
  singleKeys: true,
  autoPrint: false,
  locks: false,
};

export type Device = StoreApi<Settings>;

export function createDevice(): Device {
  const kept = keep<Partial<Settings>>("board", 1, isSettings);
  const device = createStore<Settings>(() => ({ ...DEFAULTS, ...kept.read() }));
  device.subscribe((settings) => { kept.write(settings); });
  return device;
}

function isSettings(value: unknown): value is Partial<Settings> {
  return isRecord(value) && Object.entries(value).every(([key, each]) => fits(key, each));
}

function fits(key: string, value: unknown): boolean {
  if (key === "zone" || key === "station") return value === null || typeof value === "string";
  if (key === "shown") return SHOWN.some((shown) => shown === value);
  if (key === "view") return value === "grid" || value === "plan";
  return typeof value === typeof DEFAULTS[key as keyof Settings];
}

export function useSettings(): Settings {
  return useStore(useBoardContext().device);
}
