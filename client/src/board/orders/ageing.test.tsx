import { screen } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";

import { boardTable, openSession, order } from "../../testing/samples";
import { staffBoard } from "../../testing/staffBoard";

afterEach(() => {
  vi.useRealTimers();
});

test.each([
  ["10:00:30", "방금", "age-fresh"],
  ["10:04:59", "4분", "age-fresh"],
  ["10:05:00", "5분", "age-waiting"],
  ["10:10:00", "10분 지연", "age-late"],
  ["09:58:00", "방금", "age-fresh"],
])("at %s an order of 10:00 says %s", async (time, words, className) => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date(`2026-02-09T${time}Z`) });
  const here = await staffBoard([boardTable({ session: openSession(order()) })]);
  here.open();
  const article = await screen.findByRole("article");
  expect(article.querySelector(".age")?.textContent).toContain(words);
  expect(article.className).toContain(className);
});
