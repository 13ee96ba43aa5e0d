import { useBoardContext } from "../context";
import { Shortcuts } from "../keys/Shortcuts";
import { usePageKeys } from "../keys/usePageKeys";

/** The keys of a bump bar. */
export function KitchenKeys() {
  const { live, device } = useBoardContext();
  const finish = (place: number) => () => {
    document.querySelectorAll<HTMLElement>(".ticket__head")[place]?.click();
  };
  const digits = Object.fromEntries(Array.from("123456789").map((digit, place) => [digit, finish(place)]));
  const { sheet } = usePageKeys({
    ...digits,
    a: () => { device.setState(({ together }) => ({ together: !together })); },
    u: () => { document.querySelector<HTMLElement>("[data-done]")?.click(); },
    s: live.chime.toggle,
  });
  return <Shortcuts {...sheet} />;
}
