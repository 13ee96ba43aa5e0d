import "./print.css";

import { useEffect, useLayoutEffect, useRef } from "react";
import { createPortal } from "react-dom";
import { useStore } from "zustand";

import { useBoardContext } from "../context";
import { Bill } from "./Bill";
import type { Sheet } from "./printing";
import { Ticket } from "./Ticket";

/** The paper, one sheet after the other: each ends where its text ends, so that the printer cuts there. */
export function PrintLayer() {
  const { printing } = useBoardContext();
  const sheet = useStore(printing.queue, ([first]) => first);
  useEffect(() => {
    window.addEventListener("afterprint", printing.finish);
    return () => { window.removeEventListener("afterprint", printing.finish); };
  }, [printing]);
  return sheet && createPortal(<Paper sheet={sheet} />, document.body);
}

function Paper({ sheet }: { sheet: Sheet }) {
  const element = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const paper = element.current;
    if (paper === null) return;
    const release = setPageHeight(paper.getBoundingClientRect().height);
    // After this drawing, so that the browser prints what it shows.
    const timer = setTimeout(() => { window.print(); });
    return () => {
      clearTimeout(timer);
      release();
    };
  }, [sheet]);
  return (
    <div className="paper" ref={element}>
      {sheet.kind === "ticket" ? <Ticket order={sheet.order} isMore={sheet.isMore} /> : <Bill table={sheet.table} session={sheet.session} />}
    </div>
  );
}

const MILLIMETRES_PER_PIXEL = 25.4 / 96;
/** A little more than the text, against rounding that would begin a second page. */
const SPARE = 4;

function setPageHeight(pixels: number): () => void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`@page { size: 80mm ${Math.ceil(pixels * MILLIMETRES_PER_PIXEL) + SPARE}mm; margin: 0; }`);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  return () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet);
  };
}
