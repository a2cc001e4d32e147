import { render } from "preact";

import { App } from "./frame/App.jsx";
import { followFiles } from "./frame/dropping.js";
import { followMenu } from "./frame/menu.js";
import { followClosing } from "./frame/closing.js";
import { followEnter } from "./frame/enter.js";
import { followPresses } from "./frame/pressing.js";
import { isFirst, loadOthers } from "./frame/loaded-rooms.js";
import { guardFromStrayLetters } from "./frame/stray-letters.js";
import { followTyping } from "./frame/typing.js";
import { followBrought } from "./features/backups/brought.js";
import { followBackups } from "./features/backups/work.js";
import { followRecords } from "./state/derived.js";
import { askWhatIsOpen, couldNotOpen, file } from "./state/file.js";
import { leave } from "./state/leaving.js";
import { followLock } from "./state/lock.js";
import { commits, switchFile } from "./state/records.js";
import { followAddress, route } from "./state/route.js";
import { followTypography } from "./state/typography.js";

// Tauri could freeze the prototype itself, but before the page's modules run, and signals then fail. Here
// everything is imported, so no later text or data can add to what every object inherits.
Object.freeze(Object.prototype);

/** The first room asks once more after it was drawn, and is left alone for that. */
const AFTER_THE_FIRST_ROOM = 300;

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
followBrought();
guardFromStrayLetters();
void begin();

/** The frame of the page's file stays until there is something to show in its place. */
async function begin() {
  await switchFile(askWhatIsOpen).catch(couldNotOpen);
  if (!file.value || !isFirst(route.value.room)) await loadOthers();
  const page = document.getElementById("page");
  if (!page) return;
  page.replaceChildren();
  render(<App />, page);
  // What the first room does not need comes when it stands.
  setTimeout(() => void loadOthers(), AFTER_THE_FIRST_ROOM);
}
