import { expect, test } from "vitest";

import { line } from "../../testing/samples";
import { staffItem, staffMenu } from "../../testing/staffMenu";
import { madeAt, stationsOf } from "./stations";

const menu = staffMenu(staffItem({ id: "stew" }));
const drinks = { id: "drinks", name: { ko: "음료" }, station: "바", items: [staffItem({ id: "beer" })] };
const both = { ...menu, categories: [...menu.categories, drinks, { ...drinks, id: "wine", items: [staffItem({ id: "wine" })] }] };

test("a station makes what its categories hold, and everybody what nobody makes", () => {
  const stations = stationsOf(both);
  expect(stations.map(({ id }) => id)).toEqual(["주방", "바"]);
  const isMade = madeAt(stations[1], stations);
  expect(["beer", "wine", "stew", "gone"].map((menu_item) => isMade(line({ menu_item })))).toEqual([true, true, false, true]);
  expect(madeAt(undefined, stations)(line({ menu_item: "stew" }))).toBe(true);
});

test("where no category names a station, each category is one", () => {
  const unnamed = { ...both, categories: both.categories.slice(0, 2).map((category) => ({ ...category, station: "" })) };
  expect(stationsOf(unnamed).map(({ name }) => name)).toEqual([{ ko: "식사", en: "Meals" }, { ko: "음료" }]);
});
