import { fireEvent, render, screen } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { expect, test, vi } from "vitest";

import { Button } from "./Button";
import { Dialog } from "./Dialog";
import { Field } from "./Field";
import { Notice } from "./Notice";
import { Stepper } from "./Stepper";

test("a button acts, and submits nothing by accident", async () => {
  const onClick = vi.fn();
  render(<Button onClick={onClick}>주문</Button>);
  const button = screen.getByRole<HTMLButtonElement>("button", { name: "주문" });
  await userEvent.click(button);
  expect(onClick).toHaveBeenCalledOnce();
  expect(button.type).toBe("button");
});

test("a disabled button can be reached and read, and does nothing", async () => {
  const onClick = vi.fn();
  const onSubmit = vi.fn((event: Event) => { event.preventDefault(); });
  render(<form><Button type="submit" disabled onClick={onClick}>주문</Button></form>);
  const button = screen.getByRole<HTMLButtonElement>("button", { name: "주문" });
  button.form?.addEventListener("submit", onSubmit);
  await userEvent.tab();
  expect(document.activeElement).toBe(button);
  await userEvent.click(button);
  await userEvent.keyboard("{Enter}");
  expect(button.getAttribute("aria-disabled")).toBe("true");
  expect(onClick).not.toHaveBeenCalled();
  expect(onSubmit).not.toHaveBeenCalled();
});

function dialog({ open = true, locked = false, onClose = vi.fn() } = {}) {
  return <Dialog open={open} title="주문할까요?" locked={locked} onClose={onClose}><p>김치찌개</p></Dialog>;
}

function element(): HTMLDialogElement {
  const found = document.querySelector("dialog");
  return found ?? expect.unreachable("there is no dialog");
}

test("a dialog opens modal with its title as its name, and closes", () => {
  const { rerender } = render(dialog());
  expect(screen.getByRole("dialog", { name: "주문할까요?" })).toBe(element());
  rerender(dialog({ open: false }));
  expect(element().open).toBe(false);
  expect(screen.queryByText("김치찌개")).toBeNull();
});

test("Esc and a touch outside ask to close, a touch inside does not", async () => {
  const onClose = vi.fn();
  render(dialog({ onClose }));
  await userEvent.click(screen.getByText("김치찌개"));
  expect(onClose).not.toHaveBeenCalled();
  await userEvent.click(element());
  expect(onClose).toHaveBeenCalledTimes(1);
  const escape = new Event("cancel", { cancelable: true });
  fireEvent(element(), escape);
  expect(onClose).toHaveBeenCalledTimes(2);
  expect(escape.defaultPrevented).toBe(true);
});

test("a locked dialog stays, even when the browser closes it", async () => {
  const onClose = vi.fn();
  render(dialog({ locked: true, onClose }));
  await userEvent.click(element());
  fireEvent(element(), new Event("cancel", { cancelable: true }));
  element().close();
  fireEvent(element(), new Event("close"));
  expect(onClose).not.toHaveBeenCalled();
  expect(element().open).toBe(true);
});

test("a dialog that the browser closes tells its screen", () => {
  const onClose = vi.fn();
  render(dialog({ onClose }));
  element().close();
  fireEvent(element(), new Event("close"));
  expect(onClose).toHaveBeenCalledOnce();
});

test("a stepper counts up and down within its bounds", async () => {
  const onChange = vi.fn();
  const { rerender } = render(<Stepper label="김치찌개" value={2} min={1} max={3} onChange={onChange} />);
  expect(screen.getByRole("group", { name: "김치찌개" }).textContent).toContain("2");
  await userEvent.click(screen.getByRole("button", { name: "하나 더" }));
  await userEvent.click(screen.getByRole("button", { name: "하나 빼기" }));
  expect(onChange.mock.calls).toEqual([[3], [1]]);
  rerender(<Stepper label="김치찌개" value={3} min={3} max={3} onChange={onChange} />);
  await userEvent.click(screen.getByRole("button", { name: "하나 더" }));
  await userEvent.click(screen.getByRole("button", { name: "하나 빼기" }));
  expect(onChange).toHaveBeenCalledTimes(2);
});

test.each([
  ["error", "alert"],
  ["warning", "status"],
  ["success", "status"],
  ["info", "status"],
] as const)("a notice of %s is announced as %s", (tone, role) => {
  render(<Notice tone={tone}>품절됐어요</Notice>);
  expect(screen.getByRole(role).textContent).toContain("품절됐어요");
});

test("a field is found by its label", () => {
  render(<Field label="매장 코드" name="store_code" />);
  expect(screen.getByLabelText<HTMLInputElement>("매장 코드").name).toBe("store_code");
});

test("Esc in a dialog that was opened from another one leaves only the upper one", () => {
  const [onCloseLower, onCloseUpper] = [vi.fn(), vi.fn()];
  render(
    <Dialog open title="테이블 3" onClose={onCloseLower}>
      <Dialog open title="이용을 완료할까요?" onClose={onCloseUpper}><p>₩18,000</p></Dialog>
    </Dialog>,
  );
  fireEvent(screen.getByRole("dialog", { name: "이용을 완료할까요?" }), new Event("cancel", { cancelable: true }));
  expect(onCloseUpper).toHaveBeenCalledOnce();
  expect(onCloseLower).not.toHaveBeenCalled();
});
