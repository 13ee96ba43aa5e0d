import { useMemo, useState } from "react";

import type { MenuItem } from "../../shared/api/types";
import type { CartLine } from "../cart/lines";
import { useTablet } from "../TabletContext";
import { conflictOf } from "./suits";

/** What the sheet is about: an item to add, or the cart's line to change. */
export interface Subject {
  item: MenuItem;
  line: CartLine | null;
}

export interface Picking {
  subject: Subject | null;
  /** Alcohol that waits for the guest's age. */
  asked: MenuItem | null;
  /** The last item did not fit any more. */
  isFull: boolean;
  pick: (item: MenuItem) => void;
  edit: (item: MenuItem, line: CartLine) => void;
  ofAge: (item: MenuItem) => void;
  close: () => void;
}

/** From a touch on a dish to the cart: at once, or by way of what must be asked first. */
export function usePicking(): Picking {
  const { cart, client, preferences } = useTablet();
  const [subject, setSubject] = useState<Subject | null>(null);
  const [asked, setAsked] = useState<MenuItem | null>(null);
  const [isFull, setIsFull] = useState(false);
  // Stable, so that three hundred cards are not drawn again for each touch.
  const actions = useMemo(() => {
    const store = () => client.session.state.getState()?.store;
    // Nobody's age matters while nothing can be ordered; before the order itself it is asked again.
    const needsAge = ({ dietary }: MenuItem) => {
      const takesOrders = store()?.opening?.is_open !== false && store()?.accepting_orders !== false;
      return takesOrders && dietary.includes("alcohol") && !preferences.state.getState().adult;
    };
    const take = (item: MenuItem) => {
      // Outside the hours the menu is to look at.
      const needsLook = store()?.opening?.is_open === false || item.option_groups.length > 0 || conflictOf(item, preferences.state.getState()) !== null;
      if (needsLook) setSubject({ item, line: null });
      else setIsFull(!cart.add(plainLine(item)));
    };
    return {
      pick: (item: MenuItem) => {
        if (needsAge(item)) setAsked(item);
        else take(item);
      },
      edit: (item: MenuItem, line: CartLine) => { setSubject({ item, line }); },
      ofAge: (item: MenuItem) => {
        preferences.change({ adult: true });
        setAsked(null);
        take(item);
      },
      close: () => {
        setSubject(null);
        setAsked(null);
      },
    };
  }, [cart, client, preferences]);
  return { subject, asked, isFull, ...actions };
}

function plainLine({ id, name, price }: MenuItem): CartLine {
  return { menu_item: id, name, options: [], quantity: 1, note: "", unit_price: price };
}
