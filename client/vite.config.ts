import { fileURLToPath } from "node:url";

import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

import { budget } from "./build/budget.ts";
import { offline } from "./build/offline.ts";

const page = (name: string) => fileURLToPath(new URL(name, import.meta.url));
const server = process.env.API_URL ?? `http://localhost:${process.env.API_PORT ?? "3000"}`;

export default defineConfig({
  plugins: [react(), budget("index.html"), offline("index.html")],
  build: {
    outDir: "dist",
    // The Content-Security-Policy allows no data: addresses and no inline script.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { input: [page("index.html"), page("staff.html"), page("preview.html")] },
  },
  server: {
    port: 5173,
    strictPort: true,
    proxy: { "/api": server, "/media": server, "/admin": server, "/static": server },
  },
  test: {
    environment: "jsdom",
    setupFiles: ["src/testing/setup.ts"],
    restoreMocks: true,
    testTimeout: 20_000,
    coverage: {
      provider: "v8",
      include: ["src/**/*.{ts,tsx}"],
      exclude: ["src/shared/api/schema.d.ts", "src/*/main.tsx", "src/testing/**", "src/**/*.test.{ts,tsx}"],
      thresholds: { lines: 80, statements: 80, functions: 80, branches: 80 },
    },
  },
});
