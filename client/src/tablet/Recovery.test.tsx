import { render, screen } from "@testing-library/react";
import { expect, test, vi } from "vitest";

import { Recovery } from "./Recovery";

function Broken(): never {
  throw new Error("A part of the page did not come");
}

test("a screen that cannot be drawn says so and can be opened again", () => {
  vi.spyOn(console, "error").mockImplementation(() => undefined);
  render(<Recovery><Broken /></Recovery>);
  expect(screen.getByRole("alert").textContent).toContain("화면을 열지 못했어요");
  expect(screen.getByRole("button", { name: "다시 열기" })).toBeDefined();
});
