import { gzipSync } from "node:zlib";

import type { Plugin } from "vite";

import { scriptsOf } from "./graph.ts";

const MOST = 90_000;

/** Fails the build when the page's first scripts, packed, are more than a slow line brings in a moment. */
export function budget(page: string): Plugin {
  return {
    name: "budget",
    apply: "build",
    generateBundle: {
      order: "post",
      handler(_, bundle) {
        const bytes = scriptsOf(bundle, page, false).reduce((sum, { code }) => sum + gzipSync(code).length, 0);
        if (bytes > MOST) this.error(`${page} starts with ${bytes} bytes of packed script; it may have ${MOST}.`);
        this.info(`${page} starts with ${bytes} of ${MOST} bytes of packed script.`);
      },
    },
  };
}
