import type { Board, BoardSession, BoardTable, Order, OrderLine, ServiceCall, Store, TableOrders, TableSession } from "../shared/api/types";

export const store: Store = {
  id: "store-1",
  code: "demo",
  name: "한빛식당",
  currency: "KRW",
  time_zone: "Asia/Seoul",
  languages: ["ko", "en"],
  default_language: "ko",
  business_day_start: "05:00:00",
  accepting_orders: true,
  paused_until: null,
  opening: null,
  warning_minutes: 5,
  late_minutes: 10,
};

export const session: TableSession = {
  id: "session-1",
  opened_at: "2026-02-09T10:00:00Z",
  closed_at: null,
  guests: 2,
  business_date: "2026-02-09",
};

export function order(changes: Partial<Order> = {}): Order {
  return {
    id: "order-1",
    number: 1,
    business_date: "2026-02-09",
    status: "pending",
    table: { id: "table-3", number: 3 },
    session_id: session.id,
    items: [],
    note: "",
    total: 9000,
    placed_by: "tablet",
    created_at: "2026-02-09T10:00:00Z",
    preparing_at: null,
    completed_at: null,
    cancelled_at: null,
    cancel_reason: "",
    ...changes,
  };
}

export function call(changes: Partial<ServiceCall> = {}): ServiceCall {
  return {
    id: "call-1",
    table: { id: "table-3", number: 3 },
    session_id: session.id,
    kind: "water",
    message: "",
    created_at: "2026-02-09T10:00:00Z",
    acknowledged_at: null,
    ...changes,
  };
}

export function boardTable(changes: Partial<BoardTable> = {}): BoardTable {
  const empty = { session: null, service_calls: [], position: null, is_active: true };
  return { id: "table-3", number: 3, name: "3", zone: "홀", seats: 4, ...empty, ...changes };
}

export function board(...tables: BoardTable[]): Board {
  return { last_event_id: 10, tables };
}

export function bill(changes: Partial<TableOrders> = {}): TableOrders {
  return { session, orders: [], total: 0, last_event_id: 10, ...changes };
}

export function line(changes: Partial<OrderLine> = {}): OrderLine {
  return {
    id: "line-1",
    menu_item: "item-1",
    name: { ko: "김치찌개", en: "Kimchi stew" },
    unit_price: 9000,
    quantity: 1,
    options: [],
    note: "",
    line_total: 9000,
    done_at: null,
    ...changes,
  };
}

export function openSession(...orders: Order[]): BoardSession {
  const total = orders.reduce((sum, each) => (each.status === "cancelled" ? sum : sum + each.total), 0);
  return { id: session.id, opened_at: session.opened_at, guests: 2, total, orders };
}
