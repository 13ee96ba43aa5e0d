import { Button } from "../../shared/ui/Button";
import { useWords } from "../../shared/words/dictionary";
import { useBoardContext } from "../context";
import { MenuText } from "../MenuText";
import { useStations } from "./useStations";
import { kitchenWords } from "./words";

/** Each station's screen shows what it makes. */
export function StationFilter() {
  const words = useWords(kitchenWords);
  const { device, store } = useBoardContext();
  const { stations, chosen } = useStations();
  if (stations.length < 2) return null;
  return (
    <div className="segments" role="group" aria-label={words.station}>
      <Button aria-pressed={chosen === undefined} onClick={() => { device.setState({ station: null }); }}>{words.allStations}</Button>
      {stations.map(({ id, name }) => (
        <Button key={id} aria-pressed={id === chosen?.id} onClick={() => { device.setState({ station: id }); }}>
          {typeof name === "string" ? <span lang={store.default_language}>{name}</span> : <MenuText of={name} />}
        </Button>
      ))}
    </div>
  );
}
