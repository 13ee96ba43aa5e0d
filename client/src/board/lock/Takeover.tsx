import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";

import { answer } from "../../shared/api/client";
import { Button } from "../../shared/ui/Button";
import { useWords } from "../../shared/words/dictionary";
import { useBoardContext } from "../context";
import { Fault } from "../Fault";
import { boardWords } from "../words";
import { PinPad } from "./PinPad";
import { lockWords } from "./words";

const GOES_AFTER = 30_000;

/** Who goes on at this board: by default whoever it was, else a colleague by name. */
export function Takeover({ onLeave }: { onLeave: () => void }) {
  const words = useWords(lockWords);
  const { client, lock, user, store } = useBoardContext();
  const colleagues = useQuery({
    queryKey: ["colleagues", store.id],
    queryFn: () => answer(client.api.GET("/api/v1/staff/colleagues")),
    staleTime: 0,
  });
  const [chosen, setChosen] = useState<string | null>(null);
  const onTouch = useLeaving(onLeave);
  const everybody = colleagues.data?.people ?? [];
  const isMe = ({ id }: { id: string }) => id === user.id;
  const people = [...everybody.filter(isMe), ...everybody.filter((one) => !isMe(one))];
  const wanted = chosen ?? (people.length === 1 ? people[0]?.id : user.id);
  const enter = async (id: string, pin: string) => {
    await client.takeOver(id, pin);
    lock.look();
  };
  const person = people.find(({ id }) => id === wanted);
  return (
    <div className="takeover" onPointerDown={onTouch} onKeyDown={onTouch}>
      <h2>{words.who}</h2>
      <Waiting isPending={colleagues.isPending} />
      <Fault error={colleagues.error} />
      {people.length > 0 && (
        <div className="takeover__people" role="group" aria-label={words.colleagues}>
          {people.map(({ id, name }) => (
            <Button key={id} aria-pressed={id === person?.id} onClick={() => { setChosen(id); }}>{name}</Button>
          ))}
        </div>
      )}
      {colleagues.data && people.length === 0 && <p>{words.nobody}</p>}
      {person && <PinPad key={person.id} name={person.name} enter={(pin) => enter(person.id, pin)} />}
      <div className="takeover__ways">
        <Button variant="plain" onClick={client.session.signOut}>{words.byPassword}</Button>
        <Button variant="plain" onClick={onLeave}>{words.goBack}</Button>
      </div>
    </div>
  );
}

function Waiting({ isPending }: { isPending: boolean }) {
  const words = useWords(boardWords);
  return isPending && <p role="status">{words.loading}</p>;
}

/** Whoever walked away has left the board to be read again. Answers what tells that somebody is there. */
function useLeaving(onLeave: () => void): () => void {
  const [touches, setTouches] = useState(0);
  useEffect(() => {
    const timer = setTimeout(onLeave, GOES_AFTER);
    return () => { clearTimeout(timer); };
  }, [touches, onLeave]);
  return () => { setTouches((count) => count + 1); };
}
