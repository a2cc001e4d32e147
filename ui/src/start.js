import "./styles/fonts.css";
import "./styles/tokens.css";
import "./styles/base.css";
import "./styles/page.css";
import "./frame/frame.css";
import { showShell } from "./frame/shell.js";
import { followScale } from "./state/scale.js";

/*
 * What the web view reads first: it shows the frame, and the rest is loaded when that stands on the screen.
 */

followScale();
showShell();

/** A window that nobody sees draws no frames; the page is loaded there all the same. */
const UNSEEN = 200;

let begun = false;
function begin() {
  if (begun) return;
  begun = true;
  void import("./main.jsx");
}
// The picture is on its way to the screen when the turn after the frame begins.
requestAnimationFrame(() => setTimeout(begin));
setTimeout(begin, UNSEEN);
