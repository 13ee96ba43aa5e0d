import { useState } from "react";

import { Button } from "../../shared/ui/Button";
import { Dialog } from "../../shared/ui/Dialog";
import { useWords } from "../../shared/words/dictionary";
import { useBoardContext } from "../context";
import { useSettings } from "../device";
import { Shortcuts } from "../keys/Shortcuts";
import { LockChoice } from "../lock/LockChoice";
import { SetPin } from "../lock/SetPin";
import { ChangePassword } from "../signin/ChangePassword";
import { signInWords } from "../signin/words";
import { AutoPrintSwitch } from "../print/AutoPrintSwitch";
import { chooseTheme, THEMES, useTheme } from "../theme/theme";
import { boardWords } from "../words";
import { HoursLine } from "./Hours";
import { PauseChoice } from "./PauseChoice";

interface BoardMenuProps {
  open: boolean;
  onClose: () => void;
}

export function BoardMenu({ open, onClose }: BoardMenuProps) {
  const words = useWords(boardWords);
  const { client, user } = useBoardContext();
  const signIn = useWords(signInWords);
  const [next, setNext] = useState<"shortcuts" | "password" | "pin" | null>(null);
  const go = (to: "shortcuts" | "password" | "pin") => {
    onClose();
    setNext(to);
  };
  const stay = () => { setNext(null); };
  return (
    <>
      <Dialog open={open} title={words.menu} onClose={onClose}>
        <p>
          {user.username} · {words.roles(user.role)}
        </p>
        <ThemeChoice />
        <Volume />
        <AutoPrintSwitch />
        <HoursLine />
        <PauseChoice onDone={onClose} />
        <LockChoice onLock={onClose} onSetPin={() => { go("pin"); }} />
        <Button onClick={() => { go("shortcuts"); }}>{words.shortcuts}</Button>
        <Button onClick={() => { go("password"); }}>{signIn.change}</Button>
        <Button onClick={client.session.signOut}>{words.signOut}</Button>
        <Button onClick={onClose}>{words.close}</Button>
      </Dialog>
      <Shortcuts open={next === "shortcuts"} onClose={stay} />
      <SetPin open={next === "pin"} onClose={stay} />
      <ChangePassword open={next === "password"} onClose={stay} />
    </>
  );
}

function ThemeChoice() {
  const words = useWords(boardWords);
  const theme = useTheme();
  return (
    <fieldset className="choices">
      <legend>{words.theme}</legend>
      {THEMES.map((each) => (
        <label key={each} className="choice">
          <input type="radio" name="theme" checked={theme === each} onChange={() => { chooseTheme(each); }} />
          {words.themes(each)}
        </label>
      ))}
    </fieldset>
  );
}

function Volume() {
  const words = useWords(boardWords);
  const { device, live } = useBoardContext();
  const { volume } = useSettings();
  return (
    <label className="volume">
      {words.volume}
      <input
        type="range"
        min={0.1}
        max={1}
        step={0.1}
        value={volume}
        onChange={({ target }) => { device.setState({ volume: Number(target.value) }); }}
        onPointerUp={() => { live.chime.play("order"); }}
      />
    </label>
  );
}
