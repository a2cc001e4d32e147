import js from "@eslint/js";
import globals from "globals";

// What the layers may import is checked by `cargo xtask tidy`, so that one place holds the rule for the
// page and for the crates alike.
export default [
  { ignores: ["dist/", "src/api/types/"] },
  js.configs.recommended,
  {
    files: ["src/**/*.{js,jsx}"],
    languageOptions: {
      globals: globals.browser,
      parserOptions: { ecmaFeatures: { jsx: true } },
    },
    rules: {
      eqeqeq: "error",
      "no-alert": "error",
      "no-console": "error",
      "no-eval": "error",
      "no-implied-eval": "error",
      "no-var": "error",
      "prefer-const": "error",
      // JSX names are uses that the core rules cannot see; TypeScript reports what is truly unused.
      "no-unused-vars": "off",
    },
  },
  {
    files: ["*.config.js", "guide/**/*.js", "src/**/*.test.js"],
    languageOptions: { globals: globals.node },
  },
];
