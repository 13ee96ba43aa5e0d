import { useMutation } from "@tanstack/react-query";
import { useRef } from "react";

interface Options<Input> {
  /** The action counts as working until this is done too. */
  onSuccess?: (answer: unknown, input: Input) => unknown;
  onError?: () => unknown;
}

/** Something that one press asks of the server. A second press before the answer, as in a double tap, is not heard. */
export function useAction<Input>(ask: (input: Input) => Promise<unknown>, options: Options<Input> = {}) {
  const mutation = useMutation({ mutationFn: ask, ...options });
  const busy = useRef(false);
  /** Answers whether it was done. */
  const run = async (input: Input): Promise<boolean> => {
    if (busy.current) return false;
    busy.current = true;
    const done = await mutation.mutateAsync(input).then(() => true, () => false);
    busy.current = false;
    return done;
  };
  return { run, working: mutation.isPending, error: mutation.error, input: mutation.variables };
}
