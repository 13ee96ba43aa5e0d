import { useStore } from "zustand";

import { Button } from "../../shared/ui/Button";
import { useWords } from "../../shared/words/dictionary";
import { useBoardContext } from "../context";
import { boardWords } from "../words";

/** Off after every sign-in and reload, because a browser gives no sound before a touch. Turning it on lets it be heard. */
export function SoundSwitch() {
  const words = useWords(boardWords);
  const { chime } = useBoardContext().live;
  const on = useStore(chime.on);
  return (
    <span className={on ? "sound" : "sound sound--off"}>
      <Button aria-label={on ? words.soundOn : words.soundOff} onClick={chime.toggle}>
        <span aria-hidden="true">{on ? "♪" : "✕"}</span> <span className="sound__word">{words.sound}</span>
      </Button>
    </span>
  );
}
