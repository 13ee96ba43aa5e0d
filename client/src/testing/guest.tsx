import { render, screen, waitFor, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { expect } from "vitest";

import { keep } from "../shared/storage";
import { App } from "../tablet/App";
import { createTabletClient } from "../tablet/client";
import { type Restaurant, seat } from "./restaurant";

/** A tablet that is connected with table 3, with the menu on its screen. */
export async function sitDown(restaurant: Restaurant): Promise<{ unmount: () => void }> {
  keep("tablet", 1, (value): value is typeof seat => value !== null).write(seat);
  const page = render(<App client={createTabletClient(restaurant.server.origin)} />);
  await wake();
  return page;
}

/** Touches the idle screen away, if it is there, and waits for the menu. */
async function wake(): Promise<void> {
  const invitation = screen.queryByRole("button", { name: /화면을 눌러|Touch to order|메뉴 보기/ });
  if (invitation) await userEvent.click(invitation);
  await screen.findAllByRole("button", { name: /주문하기|^Order$/ });
}

/** As the browser's reload: nothing stays but what is stored. */
export async function reload(restaurant: Restaurant, page: { unmount: () => void }): Promise<{ unmount: () => void }> {
  page.unmount();
  return sitDown(restaurant);
}

export async function isLive(restaurant: Restaurant): Promise<void> {
  await waitFor(() => { expect(restaurant.server.to("/api/v1/events").length).toBeGreaterThan(0); });
}

export async function touch(name: string | RegExp): Promise<void> {
  await userEvent.click(await screen.findByRole("button", { name }));
}

/** Touches a dish's card. */
export async function pick(name: RegExp): Promise<void> {
  await userEvent.click(within(screen.getByRole("main")).getByRole("button", { name }));
}

export function cart(): HTMLElement {
  return screen.getByRole("region", { name: /주문서|Your order/ });
}

export function cartLines(): string[] {
  return within(cart()).queryAllByRole("listitem").map((line) => line.textContent);
}

export async function send(): Promise<void> {
  await touch("주문하기");
  await touch("주문 보내기");
}
