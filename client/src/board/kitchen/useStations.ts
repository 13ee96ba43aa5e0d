import { useMemo } from "react";

import type { OrderLine } from "../../shared/api/types";
import { useSettings } from "../device";
import { useMenu } from "../live/useMenu";
import { madeAt, type Station, stationsOf } from "./stations";

/** The kitchen's stations, and the one that this screen is for. */
export function useStations(): { stations: Station[]; chosen: Station | undefined } {
  const { data: menu } = useMenu();
  const { station } = useSettings();
  const stations = useMemo(() => (menu ? stationsOf(menu) : []), [menu]);
  return { stations, chosen: stations.find(({ id }) => id === station) };
}

export function useMadeHere(): (line: OrderLine) => boolean {
  const { stations, chosen } = useStations();
  return madeAt(chosen, stations);
}
