import "./Screens.css";

import { lazy, Suspense, useDeferredValue } from "react";

import { Header, type View } from "./Header";
import { MenuScreen } from "./menu/MenuScreen";
import { PARTS } from "./parts";
import { StatusBars } from "./StatusBars";

const OrdersScreen = lazy(PARTS.orders);

interface ScreensProps {
  view: View;
  onView: (view: View) => void;
  onMove: () => void;
}

export default function Screens({ view, onView, onMove }: ScreensProps) {
  // The header answers the touch; a whole screen takes a moment longer.
  const shown = useDeferredValue(view);
  return (
    <div className="screens">
      <Header view={view} onView={onView} onMove={onMove} />
      <StatusBars />
      <Suspense fallback={<main className="screens__body" />}>
        {shown === "menu" ? <MenuScreen /> : <OrdersScreen onMenu={() => { onView("menu"); }} />}
      </Suspense>
    </div>
  );
}
