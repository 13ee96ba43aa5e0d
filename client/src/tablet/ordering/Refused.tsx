import { Button } from "../../shared/ui/Button";
import { Notice } from "../../shared/ui/Notice";
import { useWords } from "../../shared/words/dictionary";
import { useTablet } from "../TabletContext";
import { Name } from "../text";
import type { Phase } from "./phases";
import { orderingWords } from "./words";

type RefusedPhase = Extract<Phase, { kind: "refused" }>;

export function Refused({ phase }: { phase: RefusedPhase }) {
  const words = useWords(orderingWords);
  const { ordering } = useTablet();
  return (
    <>
      <Notice tone={phase.reason === "withdrawn" ? "success" : "error"}>
        {phase.reason === "withdrawn" && `${words.nothingOrdered} ${words.cartKept}`}
        {phase.reason === "stopped" && `${phase.detail} ${words.cartKept}`}
        {phase.reason === "other" && words.askStaff}
        {phase.reason === "lines" && (
          <ul>
            {phase.lines.map(({ name, detail }, index) => (
              <li key={index}><strong><Name of={name} /></strong>: {detail}</li>
            ))}
          </ul>
        )}
      </Notice>
      <div className="actions">
        <Button variant="primary" autoFocus onClick={ordering.dismiss}>{words.toCart}</Button>
      </div>
    </>
  );
}
