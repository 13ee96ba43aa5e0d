import { Button } from "../../shared/ui/Button";
import { Dialog } from "../../shared/ui/Dialog";
import { useWords } from "../../shared/words/dictionary";
import { useBoardContext } from "../context";
import { Fault } from "../Fault";
import { boardWords } from "../words";
import { useAcceptingOrders } from "./useAcceptingOrders";

interface BoardMenuProps {
  open: boolean;
  onClose: () => void;
}

export function BoardMenu({ open, onClose }: BoardMenuProps) {
  const words = useWords(boardWords);
  const { client, user } = useBoardContext();
  return (
    <Dialog open={open} title={words.menu} onClose={onClose}>
      <p>
        {user.username} · {words.roles(user.role)}
      </p>
      <PauseButton onDone={onClose} />
      <Button onClick={client.session.signOut}>{words.signOut}</Button>
      <Button onClick={onClose}>{words.close}</Button>
    </Dialog>
  );
}

function PauseButton({ onDone }: { onDone: () => void }) {
  const words = useWords(boardWords);
  const { store } = useBoardContext();
  const change = useAcceptingOrders(onDone);
  if (change === null) return null;
  const action = store.accepting_orders ? words.pause : words.resume;
  return (
    <>
      <Fault error={change.error} />
      <Button variant={store.accepting_orders ? "danger" : "primary"} disabled={change.working} onClick={() => void change.run(!store.accepting_orders)}>
        {change.working ? words.working : action}
      </Button>
    </>
  );
}
