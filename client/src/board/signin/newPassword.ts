import { Refusal } from "../../shared/api/errors";
import { entry } from "../../shared/signin/entry";

/** What is wrong with a new password: its two spellings differ, or what the server says, in the reader's language. */
export type Why = "different" | readonly string[];

/** What was typed twice, if it was the same. */
export function newPassword(form: FormData): string | null {
  const chosen = entry(form, "new_password");
  return chosen === entry(form, "again") ? chosen : null;
}

/** The server's reasons against the new password; anything else that went wrong is not about it, and goes on. */
export function whyNot(error: unknown): readonly string[] {
  if (error instanceof Refusal && error.status === 400) return error.errors.map(({ detail }) => detail);
  throw error;
}
