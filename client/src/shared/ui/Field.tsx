import "./Field.css";

import type { ComponentProps } from "react";

interface FieldProps extends Omit<ComponentProps<"input">, "className"> {
  label: string;
}

export function Field({ label, ...input }: FieldProps) {
  return (
    <label className="field">
      {label}
      <input {...input} className="field__input" />
    </label>
  );
}
