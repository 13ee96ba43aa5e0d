import { cleanup } from "@testing-library/react";
import { afterEach } from "vitest";

import { chooseLanguage } from "../shared/words/language";

// Tests of what needs no page run without one.
if (typeof window !== "undefined") {
  // jsdom has the element but not its modal methods.
  HTMLDialogElement.prototype.showModal = function showModal() {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function close() {
    this.open = false;
  };
}

afterEach(() => {
  cleanup();
  chooseLanguage("ko");
  if (typeof window !== "undefined") localStorage.clear();
});
