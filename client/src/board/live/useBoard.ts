import { skipToken, useQuery } from "@tanstack/react-query";
import { useEffect } from "react";

import type { Board } from "../../shared/api/types";
import { useWords } from "../../shared/words/dictionary";
import { boardWords } from "../words";
import { pendingCount } from "./boardState";
import { BOARD } from "./liveBoard";

/** The board, loaded and kept true by the feed. The page's title counts what nobody has started. */
export function useBoard(): Board | undefined {
  const { title } = useWords(boardWords);
  const { data: board } = useQuery<Board>({ queryKey: BOARD, queryFn: skipToken });
  const pending = board ? pendingCount(board) : 0;
  useEffect(() => {
    document.title = pending > 0 ? `(${pending}) ${title}` : title;
  }, [pending, title]);
  return board;
}
