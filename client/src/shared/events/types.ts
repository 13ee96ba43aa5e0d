import type { Order, ServiceCall, Store, TableDetails, TableSession } from "../api/types";

type TableRef = Order["table"];

interface Payloads {
  "order.created": { order: Order };
  "order.updated": { order: Order };
  "session.opened": { session: TableSession; table: TableRef };
  "session.closed": { session: TableSession; table: TableRef };
  "session.moved": { session: TableSession; table: TableRef; from_table: TableRef };
  "session.merged": { session: TableSession; table: TableRef; from_table: TableRef };
  "service_call.created": { service_call: ServiceCall };
  "service_call.acknowledged": { service_call: ServiceCall };
  "menu.updated": { version: number };
  "store.updated": { store: Store };
  "table.updated": { table: TableDetails };
  "table.removed": { table: { id: string } };
  "tablet.identify": { tablet_id: string };
  "tablet.reload": { tablet_id: string };
}

/** One line of the store's event log, as the stream sends it. */
export type StoreEvent = {
  [Type in keyof Payloads]: { id: number; type: Type; data: Payloads[Type] };
}[keyof Payloads];
