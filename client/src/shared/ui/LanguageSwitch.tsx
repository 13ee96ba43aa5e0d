import { chooseLanguage, LANGUAGES, useLanguage } from "../words/language";
import { Button } from "./Button";

const NAMES = { ko: "한국어", en: "English" };

/** Names the other language in its own tongue, and changes to it at once. */
export function LanguageSwitch() {
  const language = useLanguage();
  return LANGUAGES.filter((other) => other !== language).map((other) => (
    <Button key={other} variant="plain" lang={other} onClick={() => { chooseLanguage(other); }}>
      {NAMES[other]}
    </Button>
  ));
}
