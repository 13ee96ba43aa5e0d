import { act, render, screen, waitFor } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { afterEach, expect, test, vi } from "vitest";

import { LanguageSwitch } from "../ui/LanguageSwitch";
import { dictionary, useWords } from "./dictionary";
import { chooseLanguage, followLanguage, interfaceLanguage } from "./language";
import { menuText } from "./menuText";

const words = dictionary(
  { hello: "안녕하세요", count: (count: number) => `${count}개` },
  { hello: "Hello", count: (count) => `${count} pieces` },
);

function Greeting() {
  const { hello, count } = useWords(words);
  return <p>{`${hello} ${count(2)}`}</p>;
}

afterEach(() => {
  vi.resetModules();
});

test("words follow the language at once", () => {
  render(<Greeting />);
  expect(screen.getByText("안녕하세요 2개")).toBeDefined();
  act(() => { chooseLanguage("en"); });
  expect(screen.getByText("Hello 2 pieces")).toBeDefined();
});

test("a phrase that one language lacks does not compile", () => {
  // @ts-expect-error English has no "bye"
  dictionary({ hello: "안녕하세요", bye: "안녕히 가세요" }, { hello: "Hello" });
  // @ts-expect-error Korean has no "bye"
  dictionary({ hello: "안녕하세요" }, { hello: "Hello", bye: "Bye" });
  // @ts-expect-error the English phrase forgets that it needs no name
  dictionary({ hello: "안녕하세요" }, { hello: (name: string) => `Hello ${name}` });
  expect(Object.keys(words)).toEqual(["ko", "en"]);
});

test("the switch names the other language and changes to it", async () => {
  render(<LanguageSwitch />);
  await userEvent.click(screen.getByRole("button", { name: "English" }));
  await userEvent.click(screen.getByRole("button", { name: "한국어" }));
  expect(screen.getByRole("button", { name: "English" }).lang).toBe("en");
});

test("the page's own language is the chosen one", async () => {
  const page = document.createElement("html");
  followLanguage(page);
  expect(page.lang).toBe("ko");
  chooseLanguage("en");
  await waitFor(() => { expect(page.lang).toBe("en"); });
});

test("the choice outlives a reload", async () => {
  chooseLanguage("en");
  vi.resetModules();
  const reloaded = await import("./language");
  expect(reloaded.currentLanguage()).toBe("en");
});

test.each([
  ["ko", "ko"],
  ["en", "en"],
  ["ja", "en"],
])("a store whose default is %s greets in %s", (storeDefault, language) => {
  expect(interfaceLanguage(storeDefault)).toBe(language);
});

test.each([
  [{ ko: "김치찌개", en: "Kimchi stew" }, "en", "Kimchi stew", "en"],
  [{ ko: "김치찌개" }, "en", "김치찌개", "ko"],
  [{ ko: "김치찌개", en: "" }, "en", "김치찌개", "ko"],
  [{ ja: "キムチチゲ" }, "en", "キムチチゲ", "ja"],
  [{}, "en", "", "ko"],
])("%o in %s reads %s, marked as %s", (name, language, text, lang) => {
  expect(menuText(name, language, "ko")).toEqual({ text, lang });
});
