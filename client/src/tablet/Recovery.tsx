import "./Farewell.css";

import { Component, type ReactNode } from "react";

import { Button } from "../shared/ui/Button";
import { useWords } from "../shared/words/dictionary";
import { renewPage } from "./parts";
import { tabletWords } from "./words";

/** When drawing fails, as when a part of the page cannot be loaded: words and a way on, in place of an empty screen. */
export class Recovery extends Component<{ children: ReactNode }, { hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError() {
    return { hasFailed: true };
  }

  override render() {
    return this.state.hasFailed ? <StartAgain /> : this.props.children;
  }
}

function StartAgain() {
  const words = useWords(tabletWords);
  return (
    <main className="farewell">
      <div role="alert"><h1>{words.failed}</h1></div>
      <Button variant="primary" onClick={() => { renewPage(); }}>{words.startAgain}</Button>
    </main>
  );
}
