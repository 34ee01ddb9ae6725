import { defineConfig, globalIgnores } from "eslint/config";
import next from "eslint-config-next/core-web-vitals";
import typescript from "eslint-config-next/typescript";

export default defineConfig([
  ...next,
  ...typescript,
  {
    rules: {
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      // The rule ignores type-only imports; scripts/import-cycles.mjs includes them. Strongly connected components
      // would be recomputed for every file, ten times slower.
      "import/no-cycle": ["error", { ignoreExternal: true, disableScc: true }],
      // Images come from any site over https and are not optimised, so use a plain img.
      "@next/next/no-img-element": "off",
      "no-restricted-imports": [
        "error",
        {
          paths: [
            { name: "next/link", message: "Use Link of @/components/link: it does not prefetch and shows that it loads." },
            { name: "next/dynamic", message: "Use whenShown of @/components/when-shown: every reader would carry the weight." },
          ],
        },
      ],
      "no-restricted-syntax": [
        "error",
        {
          selector: "JSXAttribute[name.name='dangerouslySetInnerHTML']",
          message: "Only MarkdownHtml puts HTML into a page.",
        },
      ],
    },
  },
  { files: ["src/components/link.tsx"], rules: { "no-restricted-imports": "off" } },
  { files: ["src/components/markdown-html.tsx"], rules: { "no-restricted-syntax": "off" } },
  globalIgnores([".next/**", "next-env.d.ts", "src/lib/api/schema.d.ts", "src/lib/api/allowed.ts", "playwright-report/**", "test-results/**"]),
]);
