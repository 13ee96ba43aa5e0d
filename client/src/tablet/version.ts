/** Which build this page is: the name of its first script says so, and changes with every one. */
export function buildOf(page: Document): string {
  const script = page.querySelector<HTMLScriptElement>("script[type=module][src]");
  return /-([\w-]{8})\.js$/.exec(script?.src ?? "")?.[1] ?? "";
}
