import { useEffect, useState } from "react";

import type { MenuItem } from "../../shared/api/types";
import { Button } from "../../shared/ui/Button";
import { useWords } from "../../shared/words/dictionary";
import { useLanguage } from "../../shared/words/language";
import { Icon } from "../Icon";
import { canSpeak, silence, speak, type Spoken } from "../speech";
import { useMenuText, useMoney } from "../text";
import { factWords } from "./factWords";
import { menuWords } from "./words";

/** Reads dishes out; touched again it stops. Not there where the browser has no voice. */
export function ReadAloud({ items }: { items: readonly MenuItem[] }) {
  const words = useWords(menuWords);
  const partsOf = useSpoken();
  const [isSpeaking, setIsSpeaking] = useState(false);
  useEffect(() => silence, []);
  if (!canSpeak()) return null;
  const press = () => {
    if (isSpeaking) silence();
    else speak(items.flatMap(partsOf), () => { setIsSpeaking(false); });
    setIsSpeaking(!isSpeaking);
  };
  return (
    <Button aria-pressed={isSpeaking} onClick={press}>
      <Icon of="speak" />
      <span>{words.readAloud}</span>
    </Button>
  );
}

function useSpoken(): (item: MenuItem) => Spoken[] {
  const language = useLanguage();
  const words = useWords(menuWords);
  const facts = useWords(factWords);
  const textOf = useMenuText();
  const money = useMoney();
  return ({ name, description, price, status, spiciness, allergens }) => [
    textOf(name),
    textOf(description),
    { text: status === "sold_out" ? words.soldOut : money(price), lang: language },
    { text: spiciness > 0 ? words.spiciness(spiciness) : "", lang: language },
    { text: allergens.length > 0 ? facts.has(allergens.map((each) => facts[each]).join(", ")) : "", lang: language },
  ];
}
