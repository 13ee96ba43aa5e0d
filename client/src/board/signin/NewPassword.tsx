import { Field } from "../../shared/ui/Field";
import { Notice } from "../../shared/ui/Notice";
import { useWords } from "../../shared/words/dictionary";
import type { Why } from "./newPassword";
import { signInWords } from "./words";

const SHORTEST = 8;

/** A new password, typed twice because nobody sees it. `isFirst`: one begins to type here. */
export function NewPassword({ why, isFirst = false }: { why: Why | null; isFirst?: boolean }) {
  const words = useWords(signInWords);
  const reasons = why === "different" ? [words.different] : (why ?? []);
  const common = { type: "password", required: true, minLength: SHORTEST, maxLength: 128, autoComplete: "new-password" };
  return (
    <>
      <Field {...common} label={words.newPassword} name="new_password" aria-describedby="new-password-rule" autoFocus={isFirst} />
      <p className="hint" id="new-password-rule">{words.rule}</p>
      <Field {...common} label={words.again} name="again" />
      {reasons.map((reason) => <Notice key={reason} tone="error">{reason}</Notice>)}
    </>
  );
}
