import "./Screens.css";

import { lazy, Suspense, useDeferredValue, useState } from "react";
import { useStore } from "zustand";

import { Header, type View } from "./Header";
import { MenuScreen } from "./menu/MenuScreen";
import { PARTS } from "./parts";
import { StatusBars } from "./StatusBars";
import { useTablet } from "./TabletContext";

const OrdersScreen = lazy(PARTS.orders);

interface ScreensProps {
  view: View;
  onView: (view: View) => void;
  onMove: () => void;
}

export default function Screens({ view, onView, onMove }: ScreensProps) {
  // The header answers the touch; a whole screen takes a moment longer.
  const shown = useDeferredValue(view);
  const { easy, isSwitched } = useEasy();
  // Where everything changes its place, nothing moves: these are other screens.
  return (
    <div key={String(easy)} className="screens">
      <Header view={view} onView={onView} onMove={onMove} isSwitched={isSwitched} />
      <StatusBars />
      <Suspense fallback={<main className="screens__body" />}>
        {shown === "menu" ? <MenuScreen /> : <OrdersScreen onMenu={() => { onView("menu"); }} />}
      </Suspense>
    </div>
  );
}

/** Large type and the usual one, as they are drawn; and whether guests have gone from one to the other. */
function useEasy() {
  const easy = useDeferredValue(useStore(useTablet().preferences.state, (choices) => choices.easy));
  const [drawn, setDrawn] = useState({ easy, isSwitched: false });
  if (drawn.easy !== easy) setDrawn({ easy, isSwitched: true });
  return drawn;
}
