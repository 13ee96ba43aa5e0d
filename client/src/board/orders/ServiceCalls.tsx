import "./ServiceCalls.css";

import { useRef } from "react";
import { useStore } from "zustand";

import type { ServiceCall } from "../../shared/api/types";
import { useWords } from "../../shared/words/dictionary";
import { useBoardContext } from "../context";
import type { TakenCall } from "../live/liveBoard";
import { Call } from "./Call";
import { TakenCallRow } from "./TakenCall";
import { useKeptFocus } from "./useKeptFocus";
import { orderWords } from "./words";

interface ServiceCallsProps {
  calls: readonly ServiceCall[];
  /** What was just taken here stays in its place for as long as it can be taken back. */
  taken: readonly TakenCall[];
  withTable?: boolean;
}

/** Open calls, each to be taken by whoever goes there. */
export function ServiceCalls({ calls, taken, withTable = false }: ServiceCallsProps) {
  const words = useWords(orderWords);
  const list = useRef<HTMLUListElement>(null);
  const rows = rowsOf(calls, taken);
  useKeptFocus(list, rows.map(({ call, until }) => `${call.id}${String(until)}`).join());
  if (rows.length === 0) return null;
  return (
    <section className="calls">
      <h2>{words.calls}</h2>
      <ul className="queue" ref={list}>
        {rows.map(({ call, until }) => (
          <li key={call.id}>
            {until === null ? <Call call={call} withTable={withTable} /> : <TakenCallRow call={call} until={until} withTable={withTable} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The longest waiting first, as they stood before one was taken. */
function rowsOf(calls: readonly ServiceCall[], taken: readonly TakenCall[]): { call: ServiceCall; until: number | null }[] {
  const open = calls.map((call) => ({ call, until: null }));
  const gone = taken.filter(({ call }) => !calls.some(({ id }) => id === call.id));
  return [...open, ...gone].sort((one, other) => Date.parse(one.call.created_at) - Date.parse(other.call.created_at));
}

/** What this person has just taken, at these tables. */
export function useTaken(tableIds: readonly string[]): readonly TakenCall[] {
  const { live } = useBoardContext();
  const taken = useStore(live.taken.entries);
  return [...taken.values()].filter(({ call }) => tableIds.includes(call.table.id));
}
