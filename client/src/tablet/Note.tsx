import { useLanguage } from "../shared/words/language";
import { noteIn } from "./notes";

export function Note({ note, className }: { note: string; className: string }) {
  return <span className={className}>“{noteIn(note, useLanguage())}”</span>;
}
