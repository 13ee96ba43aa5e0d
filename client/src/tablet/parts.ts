/** The parts of the page that its first paint does not need. */
export const loadScreens = () => import("./Screens");

export const PARTS = {
  order: () => import("./ordering/OrderDialog"),
  placed: () => import("./ordering/Placed"),
  sheet: () => import("./menu/ItemSheet"),
  orders: () => import("./orders/OrdersScreen"),
  calls: () => import("./calls/CallSheet"),
  filter: () => import("./menu/FilterSheet"),
  alcohol: () => import("./menu/AlcoholQuestion"),
  easyMenu: () => import("./easy/EasyMenu"),
  staff: () => import("./staff/StaffMenu"),
  identified: () => import("./Identified"),
  renewal: () => import("./rest/renewal"),
};

/** Loads the page again, in its newest release. */
export function renewPage(): void {
  PARTS.renewal().then(({ renew }) => renew(), () => { window.location.reload(); });
}
