import { useQuery } from "@tanstack/react-query";

import { answer } from "../../shared/api/client";
import type { Schemas } from "../../shared/api/types";
import { useBoardContext } from "../context";
import { MENU } from "./liveBoard";

export type StaffMenu = Schemas["StaffMenu"];
export type StaffCategory = Schemas["StaffCategory"];
export type StaffMenuItem = Schemas["StaffMenuItem"];

/** Every item, loaded when something first needs it and again whenever the store's events say so. */
export function useMenu() {
  const { client } = useBoardContext();
  return useQuery<StaffMenu>({
    queryKey: MENU,
    queryFn: ({ signal }) => answer(client.api.GET("/api/v1/staff/menu", { signal })),
    staleTime: Infinity,
  });
}
