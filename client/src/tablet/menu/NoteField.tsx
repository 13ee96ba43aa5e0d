import { Field } from "../../shared/ui/Field";
import { useWords } from "../../shared/words/dictionary";
import { itemWords } from "./itemWords";

const LONGEST = 50;
const COUNTED_FROM = 40;

export function NoteField({ note, onChange }: { note: string; onChange: (note: string) => void }) {
  const words = useWords(itemWords);
  return (
    <div>
      <Field
        label={words.note}
        placeholder={words.notePlaceholder}
        value={note}
        maxLength={LONGEST}
        autoComplete="off"
        enterKeyHint="done"
        onChange={(event) => { onChange(event.currentTarget.value); }}
      />
      {note.length >= COUNTED_FROM && <p className="item__note-length">{words.noteLength(note.length, LONGEST)}</p>}
    </div>
  );
}
