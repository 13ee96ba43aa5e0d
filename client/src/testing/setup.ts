import { cleanup, configure } from "@testing-library/react";
import { afterEach, vi } from "vitest";

import { chooseLanguage } from "../shared/words/language";

// jsdom paints nothing, and tests stop its clock: what waits for a paint comes at once.
vi.mock("../shared/ui/afterPaint", () => ({
  afterPaint: (act: () => void) => {
    act();
    return () => undefined;
  },
}));

// How long a busy machine may take; what is there sooner is found sooner.
configure({ asyncUtilTimeout: 5000 });

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
