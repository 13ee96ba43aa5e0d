/** Short names for what the OpenAPI document describes. Requests are named by their call, in `client.ts`. */
import type { components } from "./schema";

export type Schemas = components["schemas"];

export type Store = Schemas["Store"];
export type Table = Schemas["Table"];
export type User = Schemas["Person"];
export type TableSession = Schemas["TableSession"];

export type Menu = Schemas["Menu"];
export type Category = Menu["categories"][number];
export type MenuItem = Schemas["MenuItem"];
export type OptionGroup = MenuItem["option_groups"][number];
export type Option = OptionGroup["options"][number];
/** The name or description of something on the menu, by language. */
export type MenuText = MenuItem["name"];

export type Order = Schemas["Order"];
export type OrderLine = Schemas["OrderLine"];
export type OrderStatus = Order["status"];
export type TableOrders = Schemas["TableOrders"];
export type ServiceCall = Schemas["ServiceCall"];
export type ServiceCallKind = ServiceCall["kind"];

export type Board = Schemas["Board"];
export type BoardTable = Board["tables"][number];
/** A table without its guests. */
export type TableDetails = Omit<BoardTable, "session" | "service_calls">;
export type BoardSession = NonNullable<BoardTable["session"]>;
export type PriceChanged = Schemas["PriceChanged"];
