import { render } from "preact";

import "./styles/fonts.css";
import "./styles/tokens.css";
import "./styles/base.css";
import "./styles/page.css";
import { App } from "./frame/App.jsx";
import { followFiles } from "./frame/dropping.js";
import { followMenu } from "./frame/menu.js";
import { followClosing } from "./frame/closing.js";
import { followEnter } from "./frame/enter.js";
import { followPresses } from "./frame/pressing.js";
import { guardFromStrayLetters } from "./frame/stray-letters.js";
import { followTyping } from "./frame/typing.js";
import { followBackups } from "./features/backups/work.js";
import { followRecords } from "./state/derived.js";
import { askWhatIsOpen, couldNotOpen } from "./state/file.js";
import { leave } from "./state/leaving.js";
import { followLock } from "./state/lock.js";
import { commits, switchFile } from "./state/records.js";
import { followAddress } from "./state/route.js";
import { followScale } from "./state/scale.js";
import { followTypography } from "./state/typography.js";

// Tauri could freeze the prototype itself, but before the page's modules run, and signals then fail. Here
// everything is imported, so no later text or data can add to what every object inherits.
Object.freeze(Object.prototype);

followScale();
followAddress((act) => void leave("room", act));
followClosing();
followMenu();
followTypography();
followTyping();
followEnter();
followPresses();
followFiles();
followRecords(commits);
followLock();
followBackups();
guardFromStrayLetters();
void switchFile(askWhatIsOpen).catch(couldNotOpen);

const page = document.getElementById("page");
if (page) render(<App />, page);
