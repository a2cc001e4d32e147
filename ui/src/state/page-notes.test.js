import assert from "node:assert/strict";
import { test } from "node:test";

import { dismissMessage, message } from "./messages.js";
import { forgetNotes, keepNote, noteOf, notesKept, readNotes } from "./page-notes.js";

/** The page's own storage: what lies in it are its own fields, as in a browser. */
class Storage {
  /** @param {string} key */
  getItem(key) {
    return Reflect.get(this, key) ?? null;
  }
  /** @param {string} key */
  removeItem(key) {
    Reflect.deleteProperty(this, key);
  }
}
const storage = new Storage();
Object.defineProperty(globalThis, "localStorage", { value: storage, configurable: true });

const disk = { text: "", writes: 0, full: false };
Reflect.set(globalThis, "window", {
  __TAURI_INTERNALS__: {
    invoke: async (/** @type {string} */ command, /** @type {{text: string}} */ words) => {
      await Promise.resolve();
      if (command === "page_notes") return disk.text;
      if (disk.full) throw { code: "disk_full", message: "На диске не хватило места.", fields: [] };
      disk.text = words.text;
      disk.writes += 1;
    },
  },
});

test("what was kept comes back, and letters typed in a row are written together", async () => {
  await readNotes();
  disk.writes = 0;
  for (const typed of ["П", "ПП", "ППС"]) keepNote("first-start", typed);
  await notesKept();
  assert.ok(disk.writes <= 2, `${disk.writes} writings of three letters`);
  forgetNotes();
  assert.equal(noteOf("first-start"), null);
  await readNotes();
  assert.equal(noteOf("first-start"), "ППС");
  keepNote("first-start", null);
  await notesKept();
  assert.equal(disk.text, "{}");
});

test("what an older version kept in the open moves under the records' lock", async () => {
  Object.assign(storage, { "paper c courses": "Воронцовой", "first-start": "ППС", scale: "125" });
  await readNotes();
  assert.equal(noteOf("paper c courses"), "Воронцовой");
  assert.match(disk.text, /Воронцовой/);
  assert.deepEqual(Object.keys(storage), ["scale"]);
});

test("where the disk refuses, the open text is not thrown away and the refusal is said", async () => {
  Object.assign(storage, { "paper c petition": "Прошу" });
  disk.full = true;
  await readNotes();
  assert.equal(noteOf("paper c petition"), "Прошу");
  assert.equal(storage.getItem("paper c petition"), "Прошу");
  assert.match(message.value?.text ?? "", /не хватило места/);
  dismissMessage();
});
