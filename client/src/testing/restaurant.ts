import type { ServerResponse } from "node:http";

import type { Category, Menu, MenuItem, Order, ServiceCall, TableOrders } from "../shared/api/types";
import { bill, order, store } from "./samples";
import { type Received, sendJson, serve, type TestServer } from "./server";

export const seat = {
  access: "token-1",
  expires_at: "2026-02-10T02:00:00Z",
  tablet_secret: "secret",
  store,
  table: { id: "table-3", number: 3, name: "3" },
};

export function item(changes: Partial<MenuItem> = {}): MenuItem {
  return {
    id: "rice",
    name: { ko: "공깃밥", en: "Steamed rice" },
    description: { ko: "갓 지은 밥" },
    price: 1000,
    image: null,
    image_small: null,
    status: "on_sale",
    remaining: null,
    badges: [],
    spiciness: 0,
    dietary: [],
    allergens: [],
    option_groups: [],
    ...changes,
  };
}

export const rice = item();
export const cola = item({ id: "cola", name: { ko: "콜라", en: "Cola" }, price: 3000 });

/** How hot is a must, with one that costs more; two extras of three at most, one of them sold out. */
export const stew = item({
  id: "stew",
  name: { ko: "김치찌개", en: "Kimchi stew" },
  price: 9000,
  option_groups: [
    {
      id: "extras",
      name: { ko: "추가 재료", en: "Extras" },
      min_choices: 0,
      max_choices: 2,
      options: [
        { id: "tofu", name: { ko: "두부", en: "Tofu" }, price: 1500, status: "on_sale" },
        { id: "noodles", name: { ko: "라면사리", en: "Noodles" }, price: 1500, status: "on_sale" },
        { id: "pork", name: { ko: "돼지고기", en: "Pork" }, price: 3000, status: "on_sale" },
        { id: "cheese", name: { ko: "치즈", en: "Cheese" }, price: 2000, status: "sold_out" },
      ],
    },
    {
      id: "heat",
      name: { ko: "맵기", en: "Heat" },
      min_choices: 1,
      max_choices: 1,
      options: [
        { id: "mild", name: { ko: "순한맛", en: "Mild" }, price: 0, status: "on_sale" },
        { id: "hot", name: { ko: "매운맛", en: "Hot" }, price: 500, status: "on_sale" },
      ],
    },
  ],
});

export function menuOf(items: MenuItem[], others: Category[] = []): Menu {
  return { version: 1, store, categories: [{ id: "meals", name: { ko: "식사", en: "Meals" }, items }, ...others] };
}

const FIRST_EVENT_ID = 10;

type Answer = (request: Received, response: ServerResponse) => void;

/** A server that behaves as the real one does towards a tablet; a test changes what it answers. */
export class Restaurant {
  menu: Menu = menuOf([rice, stew, cola]);
  bill: TableOrders = bill({ session: null });
  calls: ServiceCall[] = [];
  /** How it answers an order; by itself it accepts each one. */
  onOrder: Answer = (_, response) => { this.accept(response); };
  /** How it answers when one is given up; by itself it has never heard of it. */
  onWithdrawal: Answer = (_, response) => { sendJson(response, 200, { order: null }); };
  onCall: Answer = (_, response) => { sendJson(response, 201, {}); };
  readonly server: TestServer;
  readonly #readers = new Set<ServerResponse>();
  readonly #events: string[] = [];

  constructor(server: TestServer) {
    this.server = server;
    server.handler = (request, response) => { this.#handle(request, response); };
  }

  get ordersReceived(): Received[] {
    return this.server.to("/api/v1/orders").filter(({ method }) => method === "POST");
  }

  get withdrawals(): Received[] {
    return this.server.to("/api/v1/orders/withdraw");
  }

  accept(response: ServerResponse, changes: Partial<Order> = {}): void {
    sendJson(response, 201, order({ number: 17, ...changes }));
  }

  announce(type: string, data: object): void {
    const line = `id: ${this.#lastEventId + 1}\nevent: ${type}\ndata: ${JSON.stringify(data)}\n\n`;
    this.#events.push(line);
    for (const reader of this.#readers) reader.write(line);
  }

  changeMenu(items: MenuItem[]): void {
    this.menu = { ...menuOf(items), version: this.menu.version + 1 };
    this.announce("menu.updated", { version: this.menu.version });
  }

  get #lastEventId(): number {
    return FIRST_EVENT_ID + this.#events.length;
  }

  #handle(request: Received, response: ServerResponse): void {
    switch (`${request.method} ${request.path}`) {
      case "GET /api/v1/menu":
        this.#sendMenu(request, response);
        break;
      case "GET /api/v1/orders":
        sendJson(response, 200, { ...this.bill, last_event_id: this.#lastEventId });
        break;
      case "POST /api/v1/orders":
        this.onOrder(request, response);
        break;
      case "POST /api/v1/orders/withdraw":
        this.onWithdrawal(request, response);
        break;
      case "GET /api/v1/service-calls":
        sendJson(response, 200, { service_calls: this.calls });
        break;
      case "POST /api/v1/service-calls":
        this.onCall(request, response);
        break;
      case "GET /api/v1/events":
        this.#stream(request, response);
        break;
      default:
        sendJson(response, 404, { type: "client_error", errors: [{ code: "not_found", detail: "", attr: null }] });
    }
  }

  #sendMenu({ headers }: Received, response: ServerResponse): void {
    const etag = `W/"${this.menu.version}"`;
    if (headers["if-none-match"] === etag) response.writeHead(304, { ETag: etag }).end();
    else sendJson(response, 200, this.menu, { ETag: etag });
  }

  #stream({ headers }: Received, response: ServerResponse): void {
    response.writeHead(200, { "Content-Type": "text/event-stream" });
    response.write("retry: 2000\n\n");
    const seen = Number(headers["last-event-id"]) - FIRST_EVENT_ID;
    for (const line of this.#events.slice(seen)) response.write(line);
    this.#readers.add(response);
    response.on("close", () => this.#readers.delete(response));
  }
}

export async function openRestaurant(): Promise<Restaurant> {
  return new Restaurant(await serve(() => undefined));
}
