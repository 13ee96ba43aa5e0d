import "./Button.css";

import type { ComponentProps, MouseEvent } from "react";

interface ButtonProps extends Omit<ComponentProps<"button">, "className"> {
  variant?: "primary" | "secondary" | "danger" | "plain";
}

/** A disabled one stays focusable and readable; it only does nothing. */
export function Button({ variant = "secondary", type = "button", disabled = false, onClick, ...rest }: ButtonProps) {
  const press = (event: MouseEvent<HTMLButtonElement>) => {
    if (disabled) event.preventDefault();
    else onClick?.(event);
  };
  return (
    <button {...rest} type={type} className={`button button--${variant}`} aria-disabled={disabled} onClick={press} />
  );
}
