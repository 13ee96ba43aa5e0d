import type { MenuText as Text } from "../shared/api/types";
import { useLanguage } from "../shared/words/language";
import { menuText } from "../shared/words/menuText";
import { useBoardContext } from "./context";

export function MenuText({ of: names }: { of: Text }) {
  const { store } = useBoardContext();
  const { text, lang } = menuText(names, useLanguage(), store.default_language);
  return <span lang={lang}>{text}</span>;
}
