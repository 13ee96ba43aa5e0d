import "./Stepper.css";

import type { ReactNode } from "react";

import { useWords } from "../words/dictionary";
import { sharedWords } from "../words/sharedWords";

interface StepperProps {
  /** What is counted. */
  label: string;
  value: number;
  min: number;
  max: number;
  onChange: (value: number) => void;
  /** Turns the minus at the minimum into a bin. */
  onRemove?: () => void;
}

export function Stepper({ label, value, min, max, onChange, onRemove }: StepperProps) {
  const words = useWords(sharedWords);
  return (
    <div className="stepper" role="group" aria-label={label}>
      {onRemove && value <= min ? (
        <Step name={words.remove} sign={<Bin />} disabled={false} onPress={onRemove} />
      ) : (
        <Step name={words.decrease} sign="−" disabled={value <= min} onPress={() => { onChange(value - 1); }} />
      )}
      <output className="stepper__value">{value}</output>
      <Step name={words.increase} sign="+" disabled={value >= max} onPress={() => { onChange(value + 1); }} />
    </div>
  );
}

interface StepProps {
  name: string;
  sign: ReactNode;
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

function Bin() {
  return (
    <svg className="stepper__bin" viewBox="0 0 24 24" aria-hidden="true">
      <path d="M4 7h16M9 7V4h6v3M6 7l1 13h10l1-13M10 11v5M14 11v5" />
    </svg>
  );
}
