import "./Icon.css";

const SHAPES = {
  orders: "M6 3h12v18l-3-2-3 2-3-2-3 2zM9 8h6M9 12h6",
  call: "M4 17h16a8 8 0 0 0-16 0zM12 9V6M10 5.5h4M3 20h18",
  large: "M3 19 8 6l5 13M4.8 14.5h6.4M14 19l3.5-9L21 19M15.2 16h4.6",
  language: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM3 12h18M12 3c5 5 5 13 0 18M12 3c-5 5-5 13 0 18",
  search: "M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM15.5 15.5 21 21",
  filter: "M4 6h16M7 12h10M10 18h4",
  menu: "M4 6h16M4 12h16M4 18h16",
  speak: "M4 9v6h4l5 4V5L8 9zM16 9c1.5 1.5 1.5 4.5 0 6M18.5 6.500c3 3 3 8 0 11",
  edit: "M4 20l1-4L16 5l3 3L8 19zM14 7l3 3",
  again: "M4 12a8 8 0 1 1 2.5 5.800M4 20v-5h5",
  leaf: "M5 19C5 9 11 5 20 4c0 10-5 15-12 14M5 19c2-5 5-8 9-10",
  wheat: "M12 22V10M12 14c-3 0-4.5-1.5-4.5-4.5 3 0 4.5 1.5 4.5 4.5zM12 14c3 0 4.5-1.5 4.5-4.5-3 0-4.5 1.5-4.5 4.5zM12 20c-3 0-4.5-1.5-4.5-4.5 3 0 4.5 1.5 4.5 4.5zM12 20c3 0 4.5-1.5 4.5-4.5-3 0-4.5 1.5-4.5 4.5zM12 9c-2-2-2-4 0-6 2 2 2 4 0 6z",
} as const;

/** A drawing beside words; alone it says nothing to a screen reader. */
export function Icon({ of }: { of: keyof typeof SHAPES }) {
  return (
    <svg className="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={SHAPES[of]} />
    </svg>
  );
}
