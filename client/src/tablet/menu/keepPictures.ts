import type { Menu } from "../../shared/api/types";

const AT_ONCE = 2;

/** Asks for every picture of the menu, so that the service worker has them when the connection is gone. */
export async function keepPictures(menu: Menu, isOver: () => boolean): Promise<void> {
  // Without a worker nobody keeps them.
  if (!("serviceWorker" in navigator)) return;
  await navigator.serviceWorker.ready;
  const items = menu.categories.flatMap((category) => category.items);
  // The cards' first, which is what guests see first; they are taken from the end.
  const images = new Set([...items.map(({ image }) => image), ...items.map(({ image_small }) => image_small)]);
  // A menu kept by an earlier release knows of no small ones.
  const waiting = [...images].filter((image) => typeof image === "string");
  const work = async () => {
    for (let image = waiting.pop(); image !== undefined && !isOver(); image = waiting.pop()) {
      await fetch(image).then((answer) => answer.blob()).catch(() => undefined);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}
