import { useState } from "react";

import { Button } from "../../shared/ui/Button";
import { useWords } from "../../shared/words/dictionary";
import { useTablet } from "../TabletContext";
import { orderingWords } from "./words";

/** Calls staff for an order that gets no answer, by a request of its own. */
export function HelpButton() {
  const words = useWords(orderingWords);
  const { callStaff } = useTablet();
  const [outcome, setOutcome] = useState<"called" | "failed" | null>(null);
  const call = async () => {
    try {
      await callStaff("other", "");
      setOutcome("called");
    } catch {
      setOutcome("failed");
    }
  };
  return (
    <div className="help">
      <Button onClick={() => void call()}>{words.callStaff}</Button>
      <span role="status">
        {outcome === "called" && words.staffCalled}
        {outcome === "failed" && words.callFailed}
      </span>
    </div>
  );
}
