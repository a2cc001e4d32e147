import { render } from "preact";

import "./styles/fonts.css";
import "./styles/tokens.css";
import "./styles/base.css";
import { Welcome } from "./rooms/welcome/Welcome.jsx";

// Tauri could freeze the prototype itself, but before the page's modules run, and signals then fail. Here
// everything is imported, so no later text or data can add to what every object inherits.
Object.freeze(Object.prototype);

const page = document.getElementById("page");
if (page) render(<Welcome />, page);
