type Arrow = "ArrowLeft" | "ArrowRight" | "ArrowUp" | "ArrowDown";
const ARROWS: readonly string[] = ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"];

/** How much worse it is to lie aside than to lie far. */
const ASIDE = 3;

interface Point {
  x: number;
  y: number;
}

/** An arrow key moves the focus to what lies nearest in that direction, wherever things stand on the screen. */
export function moveFocus(key: string, from: Element, among: Iterable<HTMLElement>): boolean {
  if (!ARROWS.includes(key)) return false;
  const here = centreOf(from);
  let best: { element: HTMLElement; distance: number } | null = null;
  for (const element of among) {
    const distance = distanceTo(centreOf(element), here, key as Arrow);
    if (element !== from && distance !== null && distance < (best?.distance ?? Infinity)) best = { element, distance };
  }
  best?.element.focus();
  return best !== null;
}

function centreOf(element: Element): Point {
  const { left, top, width, height } = element.getBoundingClientRect();
  return { x: left + width / 2, y: top + height / 2 };
}

function distanceTo(there: Point, here: Point, key: Arrow): number | null {
  const [x, y] = [there.x - here.x, there.y - here.y];
  const [ahead, aside] = {
    ArrowLeft: [-x, y],
    ArrowRight: [x, y],
    ArrowUp: [-y, x],
    ArrowDown: [y, x],
  }[key] as [number, number];
  return ahead > 1 ? ahead + ASIDE * Math.abs(aside) : null;
}
