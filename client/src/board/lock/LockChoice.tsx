import { Button } from "../../shared/ui/Button";
import { useWords } from "../../shared/words/dictionary";
import { useBoardContext } from "../context";
import { useSettings } from "../device";
import { lockWords } from "./words";

interface LockChoiceProps {
  onLock: () => void;
  onSetPin: () => void;
}

/** When this device is locked: a counter's wants it, a kitchen's seldom does. */
export function LockChoice({ onLock, onSetPin }: LockChoiceProps) {
  const words = useWords(lockWords);
  const { lock } = useBoardContext();
  const lockNow = () => {
    onLock();
    lock.lockNow();
  };
  return (
    <section className="lock-choice" aria-label={words.lock}>
      <LocksAfter />
      <div className="lock-choice__ways">
        <Button onClick={lockNow}>{words.lockNow}</Button>
        <Button onClick={onSetPin}>{words.setPin}</Button>
      </div>
    </section>
  );
}

export function LocksAfter() {
  const words = useWords(lockWords);
  const { device } = useBoardContext();
  const { locks } = useSettings();
  return (
    <div>
      <label className="choice">
        <input type="checkbox" checked={locks} onChange={() => { device.setState({ locks: !locks }); }} />
        {words.lockAfter}
      </label>
      <p className="hint">{words.lockHint}</p>
    </div>
  );
}
