import preact from "@preact/preset-vite";
import { defineConfig } from "vite";

import { guide } from "./guide/plugin.js";
import { shell } from "./shell/plugin.js";

export default defineConfig({
  // Relative addresses work both under the window's own scheme and from a plain folder.
  base: "./",
  plugins: [preact({ devToolsEnabled: false }), guide(), shell()],
  build: {
    // WebKitGTK of the supported Linux systems and the WebView2 runtime both know ES2022.
    target: "es2022",
    // The content security policy allows files, not `data:` addresses, so nothing is inlined.
    assetsInlineLimit: 0,
    // The polyfill is an inline script for browsers that are not among ours.
    modulePreload: { polyfill: false },
    // One file of styles: a room that is loaded later needs no second one.
    cssCodeSplit: false,
  },
});
