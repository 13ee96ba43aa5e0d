import "./Screens.css";

import { lazy, Suspense, useEffect } from "react";

import { Header } from "./Header";
import { MenuScreen } from "./menu/MenuScreen";
import { StatusBars } from "./StatusBars";

const loadOrders = () => import("./orders/OrdersScreen");
const OrdersScreen = lazy(loadOrders);

interface ScreensProps {
  view: "menu" | "orders";
  onView: (view: "menu" | "orders") => void;
  onMove: () => void;
}

export function Screens({ view, onView, onMove }: ScreensProps) {
  // Behind the menu, so that it is there when it is wanted, also without a connection.
  useEffect(() => { loadOrders().catch(() => undefined); }, []);
  return (
    <div className="screens">
      <Header view={view} onView={onView} onMove={onMove} />
      <StatusBars />
      <Suspense>
        {view === "menu" ? <MenuScreen /> : <OrdersScreen onMenu={() => { onView("menu"); }} />}
      </Suspense>
    </div>
  );
}
