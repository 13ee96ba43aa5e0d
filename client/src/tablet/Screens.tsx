import "./Screens.css";

import { Header } from "./Header";
import { MenuScreen } from "./menu/MenuScreen";
import { OrdersScreen } from "./orders/OrdersScreen";
import { StatusBars } from "./StatusBars";

interface ScreensProps {
  view: "menu" | "orders";
  onView: (view: "menu" | "orders") => void;
  onMove: () => void;
}

/** What the guests of one visit see; drawn anew for the next ones. */
export function Screens({ view, onView, onMove }: ScreensProps) {
  return (
    <div className="screens">
      <Header view={view} onView={onView} onMove={onMove} />
      <StatusBars />
      {view === "menu" ? <MenuScreen /> : <OrdersScreen onMenu={() => { onView("menu"); }} />}
    </div>
  );
}
