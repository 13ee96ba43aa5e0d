import "./Notice.css";

import type { ReactNode } from "react";

type Tone = "info" | "warning" | "error" | "success";

const SIGNS: Record<Tone, string> = { info: "ℹ", warning: "⚠", error: "✕", success: "✓" };

/** Something to know, in words and with a sign: never by colour alone. An error interrupts, the rest waits its turn. */
export function Notice({ tone, children }: { tone: Tone; children: ReactNode }) {
  return (
    <div className={`notice notice--${tone}`} role={tone === "error" ? "alert" : "status"}>
      <span className="notice__sign" aria-hidden="true">
        {SIGNS[tone]}
      </span>
      <div>{children}</div>
    </div>
  );
}
