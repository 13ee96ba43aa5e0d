import type { MenuItem } from "../../shared/api/types";
import { Field } from "../../shared/ui/Field";
import { useWords } from "../../shared/words/dictionary";
import { useLanguage } from "../../shared/words/language";
import { noteOf, partsOf, suggestionsFor } from "../notes";
import { itemWords } from "./itemWords";

const LONGEST = 50;
const COUNTED_FROM = 40;

interface NoteFieldProps {
  item: MenuItem;
  note: string;
  onChange: (note: string) => void;
}

/** Suggestions first: the keyboard is the rare way. */
export function NoteField({ item, note, onChange }: NoteFieldProps) {
  const words = useWords(itemWords);
  const language = useLanguage();
  const { suggested, own } = partsOf(note);
  const toggle = (text: string) => {
    onChange(noteOf(suggested.includes(text) ? suggested.filter((each) => each !== text) : [...suggested, text], own));
  };
  const write = (text: string) => { onChange([...suggested, text].filter((part) => part !== "").join(", ")); };
  return (
    <fieldset className="item__note">
      <legend className="group__legend"><b>{words.note}</b> <span className="group__rule">{words.optional}</span></legend>
      <div className="chips">
        {suggestionsFor(item).map((each) => (
          <label key={each.ko} className="chip">
            <input
              type="checkbox"
              className="visually-hidden"
              checked={suggested.includes(each.ko)}
              onChange={() => { toggle(each.ko); }}
            />
            {each[language]}
          </label>
        ))}
      </div>
      <Field
        label={words.ownNote}
        placeholder={words.notePlaceholder}
        value={own}
        maxLength={LONGEST}
        autoComplete="off"
        enterKeyHint="done"
        onChange={(event) => { write(event.currentTarget.value); }}
      />
      {own.length >= COUNTED_FROM && <p className="item__note-length">{words.noteLength(own.length, LONGEST)}</p>}
    </fieldset>
  );
}
