import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";

import type { OutputBundle } from "rolldown";
import type { Plugin } from "vite";

import { scriptsOf } from "./graph.ts";

const WORKER = new URL("worker.js", import.meta.url);

/** The page itself has no name that changes with it. */
function shellOf(bundle: OutputBundle, page: string): string {
  const shell = bundle[page];
  if (shell?.type !== "asset") throw new Error(`The build has no ${page}`);
  return shell.source.toString();
}

/** Writes `sw.js`: the worker, with the list of all that the page is made of and a version that changes with any of it. */
export function offline(page: string): Plugin {
  return {
    name: "offline",
    apply: "build",
    generateBundle: {
      order: "post",
      handler(_, bundle) {
        const chunks = scriptsOf(bundle, page, true);
        const files = new Set(chunks.map(({ fileName }) => fileName));
        for (const { viteMetadata } of chunks) {
          for (const file of [...(viteMetadata?.importedCss ?? []), ...(viteMetadata?.importedAssets ?? [])]) files.add(file);
        }
        const list = ["/", ...[...files].toSorted().map((file) => `/${file}`)];
        const source = readFileSync(WORKER, "utf8");
        const version = createHash("sha256").update(JSON.stringify(list)).update(shellOf(bundle, page)).update(source).digest("hex").slice(0, 12);
        this.emitFile({
          type: "asset",
          fileName: "sw.js",
          source: source.replace('"__VERSION__"', JSON.stringify(version)).replace('["__FILES__"]', JSON.stringify(list)),
        });
      },
    },
  };
}
