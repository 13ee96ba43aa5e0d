import type { MenuItem } from "../../shared/api/types";
import { Button } from "../../shared/ui/Button";
import { Dialog } from "../../shared/ui/Dialog";
import { useWords } from "../../shared/words/dictionary";
import { alcoholWords } from "./alcoholWords";

interface AlcoholQuestionProps {
  item: MenuItem | null;
  onYes: (item: MenuItem) => void;
  onNo: () => void;
}

/** Once in a visit, before its first alcohol. */
export default function AlcoholQuestion({ item, onYes, onNo }: AlcoholQuestionProps) {
  const words = useWords(alcoholWords);
  return (
    <Dialog open={item !== null} title={words.question} waits onClose={onNo}>
      <p>{words.hint}</p>
      <div className="actions">
        <Button onClick={onNo}>{words.no}</Button>
        <Button variant="primary" onClick={() => { if (item) onYes(item); }}>{words.yes}</Button>
      </div>
    </Dialog>
  );
}
