import { Refusal } from "../shared/api/errors";
import { Notice } from "../shared/ui/Notice";
import { useWords } from "../shared/words/dictionary";
import { boardWords } from "./words";

/** Why something could not be done: the server's own reason, which is in the reader's language, or that it did not answer. */
export function Fault({ error }: { error: Error | null }) {
  const words = useWords(boardWords);
  if (error === null) return null;
  const reason = error instanceof Refusal ? error.errors[0]?.detail : undefined;
  return <Notice tone="error">{reason ?? words.unreachable}</Notice>;
}
