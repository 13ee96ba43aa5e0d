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
  releases: () => import("./rest/followReleases"),
};

/** This page as a whole. */
export interface Page {
  /** Brings its newest release, as far as that goes quickly. Never throws. */
  bring: () => Promise<void>;
  /** Loads it again, in the newest release that is here. */
  load: () => void;
}

const QUICKLY = 10_000;

export const thisPage: Page = {
  bring: async () => {
    const brought = PARTS.releases().then(({ releases }) => releases.bring());
    const late = new Promise((resolve) => setTimeout(resolve, QUICKLY));
    await Promise.race([brought, late]).catch(() => undefined);
  },
  load: () => {
    PARTS.releases().then(({ releases }) => { releases.take(); }, () => { window.location.reload(); });
  },
};

/** For people who ask for it: the newest release, or the page as it is. */
export function renewPage(page: Page = thisPage): void {
  void page.bring().then(page.load);
}
