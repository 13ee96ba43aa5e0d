import { Fragment } from "react";

import { Note } from "../Note";
import { Name } from "../text";
import type { PricedLine } from "./pricing";

/** What a line is, without its amounts: name, options, note. */
export function LineDetails({ priced: { line, options } }: { priced: PricedLine }) {
  return (
    <>
      <Name className="line__name" of={line.name} />
      {options.length > 0 && (
        <span className="line__options">
          {options.map(({ id, name }, index) => <Fragment key={id}>{index > 0 && ", "}<Name of={name} /></Fragment>)}
        </span>
      )}
      {line.note && <Note className="line__note" note={line.note} />}
    </>
  );
}
