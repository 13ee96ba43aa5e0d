import { createContext, useContext } from "react";
import { useStore } from "zustand";

import { useSession } from "../shared/api/session";
import type { Store } from "../shared/api/types";
import { type PricedCart, priceCart } from "./cart/pricing";
import type { TableState } from "./tableState";
import type { Tablet } from "./tablet";

export const TabletContext = createContext<Tablet | null>(null);

export function useTablet(): Tablet {
  const tablet = useContext(TabletContext);
  if (tablet === null) throw new Error("There is no tablet around this component");
  return tablet;
}

export function useTable<Part>(select: (state: TableState) => Part): Part {
  return useStore(useTablet().state, select);
}

/** The store as the server last described it; null only while the tablet is being signed out. */
export function useRestaurant(): Store | null {
  return useSession(useTablet().client.session)?.store ?? null;
}

/** As the back office last numbered it; 0 only while the tablet is being signed out. */
export function useTableNumber(): number {
  return useSession(useTablet().client.session)?.table.number ?? 0;
}

export function useMenu() {
  return useStore(useTablet().menu.state);
}

export function usePhase() {
  return useStore(useTablet().ordering.phase);
}

export function useCart(): PricedCart {
  const { lines } = useStore(useTablet().cart.state);
  return priceCart(useMenu(), lines);
}
