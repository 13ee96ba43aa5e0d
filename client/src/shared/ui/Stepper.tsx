import "./Stepper.css";

import { useWords } from "../words/dictionary";
import { sharedWords } from "../words/sharedWords";

interface StepperProps {
  /** What is counted. */
  label: string;
  value: number;
  min: number;
  max: number;
  onChange: (value: number) => void;
}

export function Stepper({ label, value, min, max, onChange }: StepperProps) {
  const words = useWords(sharedWords);
  return (
    <div className="stepper" role="group" aria-label={label}>
      <Step name={words.decrease} sign="−" disabled={value <= min} onPress={() => { onChange(value - 1); }} />
      <output className="stepper__value">{value}</output>
      <Step name={words.increase} sign="+" disabled={value >= max} onPress={() => { onChange(value + 1); }} />
    </div>
  );
}

interface StepProps {
  name: string;
  sign: string;
  disabled: boolean;
  onPress: () => void;
}

function Step({ name, sign, disabled, onPress }: StepProps) {
  return (
    <button
      type="button"
      className="stepper__step"
      aria-label={name}
      aria-disabled={disabled}
      onClick={disabled ? undefined : onPress}
    >
      {sign}
    </button>
  );
}
