import js from "@eslint/js";
import reactHooks from "eslint-plugin-react-hooks";
import { defineConfig, globalIgnores } from "eslint/config";
import tseslint from "typescript-eslint";

const neverFrom = (...folders) => [
  "error",
  {
    patterns: folders.map((folder) => ({
      regex: `^(\\.\\./)+${folder}(/|$)`,
      message: "Features never import each other, and shared imports no feature.",
    })),
  },
];

export default defineConfig(
  globalIgnores(["dist", "coverage", "src/shared/api/schema.d.ts"]),
  js.configs.recommended,
  {
    files: ["**/*.{ts,tsx}"],
    extends: [
      tseslint.configs.strictTypeChecked,
      tseslint.configs.stylisticTypeChecked,
      reactHooks.configs.flat.recommended,
    ],
    languageOptions: { parserOptions: { projectService: true } },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/switch-exhaustiveness-check": "error",
    },
  },
  { files: ["src/tablet/**"], rules: { "no-restricted-imports": neverFrom("board") } },
  { files: ["src/board/**"], rules: { "no-restricted-imports": neverFrom("tablet") } },
  { files: ["src/shared/**"], rules: { "no-restricted-imports": neverFrom("tablet", "board", "preview") } },
);
