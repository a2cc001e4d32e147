/** @import {Draft} from "../api/types/views" */
/** @import {Record as AnyRecord} from "../api/types/records" */
import assert from "node:assert/strict";
import { after, beforeEach, test } from "node:test";

import { derived } from "./derived.js";
import { askWhatIsOpen, file, openOwn, year } from "./file.js";
import { keepDrafts, leftOver } from "./drafts.js";
import { leave, leaveAtOnce, leaveWithDrafts, question, stay } from "./leaving.js";
import { dismissMessage, message } from "./messages.js";
import {
  allOf,
  allSaved,
  howFits,
  oneOf,
  reload,
  removeRecord,
  retrySaving,
  saveRecord,
  saving,
  switchFile,
} from "./records.js";
import { redo, showPlacesWith, undo } from "./steps.js";
import { years } from "./years.js";

/** A program with one file in its memory, which refuses when the test says so. */
const program = {
  /** @type {Map<string, {record: AnyRecord, revision: number}>} */
  kept: new Map(),
  /** @type {{code: string, message: string, fields: string[]} | null} */
  refusal: null,
  /** @type {{code: string, message: string, fields: string[]} | null} */
  draftRefusal: null,
  /** @type {Draft[]} */
  drafts: [],
  /** @type {string[]} */
  calls: [],
  /** @type {import("../api/types/views").Steps} */
  steps: { undo: null, redo: null },
  /** What changes together with the next save. @type {{record: AnyRecord, revision: number}[]} */
  also_changed: [],
  /** What the next step changes. @type {{record: AnyRecord, revision: number}[]} */
  put: [],
  /** How the program cleans a title. */
  clean: (/** @type {string} */ title) => title,
};

/** @type {{ [command: string]: (words: any) => unknown }} */
const commands = {
  opening: () => opened(true),
  open_own: () => opened(false),
  records: () => [...program.kept.values()],
  save: ({ record, seen }) => {
    const { id } = record.record;
    if ((program.kept.get(id)?.revision ?? null) !== seen) {
      throw { code: "stale", message: "Запись изменилась.", fields: [] };
    }
    const revision = (seen ?? 0) + 1;
    const clean = program.clean(record.record.title);
    const cleaned =
      clean === record.record.title
        ? null
        : { ...record, record: { ...record.record, title: clean } };
    program.kept.set(id, { record: cleaned ?? record, revision });
    for (const also_changed of program.also_changed)
      program.kept.set(also_changed.record.record.id, also_changed);
    return { revision, at: "14:03", also_changed: program.also_changed, cleaned };
  },
  delete_record: ({ id }) => {
    program.kept.delete(id);
    return { name: "Удалено затруднение", at: "14:04", put: [], gone: [id], step: null };
  },
  steps: () => program.steps,
  undo: () => stepped("undo"),
  redo: () => stepped("redo"),
  drafts: () => program.drafts,
  keep_drafts: ({ drafts }) => {
    if (program.draftRefusal) throw program.draftRefusal;
    program.drafts = drafts;
  },
};

/** @param {"undo" | "redo"} way */
function stepped(way) {
  const step = program.steps[way];
  return step && { name: "Отменено", at: "14:05", put: program.put, gone: [], step };
}

/** @param {boolean} example */
function opened(example) {
  const communities = [{ id: "c", name: "ППС", short_name: "ППС" }];
  return { file: { example, today: "2026-08-20", path: "", communities }, fault: null };
}

// The page's own storage holds nothing here.
Object.defineProperty(globalThis, "localStorage", { value: {}, configurable: true });
Reflect.set(globalThis, "window", {
  __TAURI_INTERNALS__: {
    invoke: async (/** @type {string} */ command, /** @type {unknown} */ words) => {
      program.calls.push(command);
      await Promise.resolve();
      if (program.refusal && command === "save") throw program.refusal;
      return commands[command]?.(words);
    },
  },
});

/** @param {string} title @returns {AnyRecord} */
const difficulty = (title) => ({ kind: "difficulty", record: { id: "d", community: "c", title } });
const title = () => oneOf("difficulty", "d")?.title;

beforeEach(async () => {
  program.refusal = null;
  program.draftRefusal = null;
  program.drafts = [];
  program.also_changed = [];
  program.put = [];
  await retrySaving();
  await allSaved();
  program.kept = new Map([["d", { record: difficulty("Работа с текстом"), revision: 4 }]]);
  await switchFile(askWhatIsOpen);
  program.calls = [];
});

// A message waits to be read, and would keep the tests waiting.
after(dismissMessage);

test("the records of the file are there by kind and by identifier", () => {
  assert.equal(title(), "Работа с текстом");
  assert.equal(allOf("difficulty").length, 1);
  assert.deepEqual(allOf("meeting"), []);
  assert.equal(oneOf("meeting", "d"), null);
  assert.equal(year.value, 2025);
  assert.deepEqual(years.value, [2025]);
  const around = [2026, 2025, 2024].map((school_year) => ({ school_year }));
  const community = /** @type {any} */ ({ kind: "community", derived: { years: around } });
  derived.value = new Map([["c", community]]);
  assert.deepEqual(years.value, [2026, 2025, 2024]);
});

test("a change is seen at once and said to be saved only after the answer", async () => {
  saveRecord(difficulty("Мотивация"));
  assert.equal(title(), "Мотивация");
  assert.equal(saving.value.state, "writing");
  await allSaved();
  assert.deepEqual(saving.value, { state: "saved", at: "14:03" });
  assert.equal(program.kept.get("d")?.revision, 5);
});

test("what could not be saved stays in the form, through a reading anew too", async () => {
  program.refusal = {
    code: "disk_full",
    message: "На диске нет места; освободите его.",
    fields: [],
  };
  saveRecord(difficulty("Мотивация"));
  await allSaved();
  assert.deepEqual(saving.value, {
    state: "failed",
    message: "На диске нет места; освободите его.",
    hint: "",
    called: "затруднение «Мотивация»",
    address: "#/report/d",
  });
  await reload();
  assert.equal(title(), "Мотивация");
  program.refusal = null;
  await retrySaving();
  await allSaved();
  assert.equal(saving.value.state, "saved");
});

test("a record that changed meanwhile is saved over only when the person asks again", async () => {
  program.kept.set("d", { record: difficulty("Чужое"), revision: 9 });
  saveRecord(difficulty("Моё"));
  await allSaved();
  assert.equal(saving.value.state, "failed");
  assert.equal(program.kept.get("d")?.revision, 9);
  await retrySaving();
  await allSaved();
  assert.deepEqual(
    [saving.value.state, program.kept.get("d")?.revision, title()],
    ["saved", 10, "Моё"],
  );
});

test("what changed together with a saved record is shown at once and saved from there on", async () => {
  const other = (/** @type {string} */ name) =>
    /** @type {AnyRecord} */ ({
      kind: "difficulty",
      record: { id: "e", community: "c", title: name },
    });
  program.kept.set("e", { record: other("Чтение"), revision: 2 });
  await reload();
  program.also_changed = [{ record: other("Письмо"), revision: 3 }];
  saveRecord(difficulty("Мотивация"));
  await allSaved();
  assert.equal(oneOf("difficulty", "e")?.title, "Письмо");
  program.also_changed = [];
  saveRecord(other("Письмо и речь"));
  await allSaved();
  assert.deepEqual([saving.value.state, program.kept.get("e")?.revision], ["saved", 4]);
});

test("what the program cleaned is shown as it is kept, unless more was typed meanwhile", async () => {
  program.clean = (typed) => typed.replace("\u0007", "");
  saveRecord(difficulty("Моти\u0007вация"));
  await allSaved();
  assert.equal(title(), "Мотивация");
  saveRecord(difficulty("Моти\u0007вация и"));
  saveRecord(difficulty("Моти\u0007вация и чтение"));
  assert.equal(title(), "Моти\u0007вация и чтение");
  await allSaved();
  assert.deepEqual(
    [title(), program.kept.get("d")?.record],
    ["Мотивация и чтение", difficulty("Мотивация и чтение")],
  );
  program.clean = (typed) => typed;
});

const FULL = { code: "disk_full", message: "На диске нет места.", fields: [] };

test("another file is not opened over text that is not saved: the person is asked", async () => {
  program.refusal = FULL;
  saveRecord(difficulty("Мотивация"));
  await leave("file", () => switchFile(openOwn));
  assert.equal(file.value?.example, true);
  assert.equal(title(), "Мотивация");
  assert.deepEqual(
    question.value?.drafts.map(({ text, why }) => [text, why]),
    [["Мотивация", "На диске нет места."]],
  );
  stay();
  assert.equal(file.value?.example, true);
});

test("whoever leaves all the same finds the text as a draft", async () => {
  program.refusal = FULL;
  saveRecord(difficulty("Мотивация"));
  await leave("file", () => switchFile(openOwn));
  await leaveWithDrafts();
  assert.equal(file.value?.example, false);
  assert.equal(leftOver.value[0]?.text, "Мотивация");
  assert.equal(howFits(/** @type {any} */ (leftOver.value[0])), "fits");
  program.kept.set("d", { record: difficulty("Чтение"), revision: 7 });
  await reload();
  assert.equal(howFits(/** @type {any} */ (leftOver.value[0])), "changed");
  program.kept.delete("d");
  await reload();
  assert.equal(howFits(/** @type {any} */ (leftOver.value[0])), "gone");
});

test("a refused text is on the disk as a draft at once, and goes when it is saved", async () => {
  program.refusal = FULL;
  saveRecord(difficulty("Мотивация"));
  await allSaved();
  await keepDrafts();
  assert.deepEqual(
    program.drafts.map(({ text, why }) => [text, why]),
    [["Мотивация", "На диске нет места."]],
  );
  program.refusal = null;
  await retrySaving();
  await allSaved();
  await keepDrafts();
  assert.deepEqual(program.drafts, []);
});

test("where the draft cannot be kept either, leaving waits for the person's last word", async () => {
  program.refusal = FULL;
  program.draftRefusal = FULL;
  saveRecord(difficulty("Мотивация"));
  let gone = 0;
  await leave("close", () => (gone += 1));
  await leaveWithDrafts();
  assert.deepEqual([gone, question.value?.refused], [0, "На диске нет места."]);
  await leaveWithDrafts();
  assert.deepEqual([gone, question.value], [1, null]);
});

test("a system that shuts down is not kept waiting by a question", async () => {
  program.refusal = FULL;
  saveRecord(difficulty("Мотивация"));
  let gone = 0;
  await leaveAtOnce(() => (gone += 1));
  assert.deepEqual([gone, question.value], [1, null]);
  assert.equal(program.drafts[0]?.text, "Мотивация");
});

test("undo waits for what is on its way, and says when there is nothing", async () => {
  saveRecord(difficulty("Мотивация"));
  await undo();
  assert.deepEqual(program.calls, ["save", "steps", "undo"]);
  assert.equal(message.value?.text, "Отменять больше нечего.");
});

test("undo goes to the place before and shows it after, and says the field with a way back", async () => {
  const step = {
    words: "СЛУШАЛИ, вопрос 1, протокол № 2",
    kind: /** @type {const} */ ("meeting"),
    id: "m",
    part: "q",
    marking: false,
    many: false,
  };
  program.steps = { undo: step, redo: { ...step, words: "срок, пункт 1.1, протокол № 2" } };
  /** @type {string[]} */
  const shown = [];
  showPlacesWith((next) => {
    shown.push(`before ${next.words}`, ...program.calls.filter((call) => call === "undo"));
    return Promise.resolve((done) => {
      shown.push(`after ${done.words}`);
      return Promise.resolve();
    });
  });
  await undo();
  assert.deepEqual(shown, [`before ${step.words}`, `after ${step.words}`]);
  assert.deepEqual(
    [message.value?.text, message.value?.action],
    ["Отменено: СЛУШАЛИ, вопрос 1, протокол № 2.", "Вернуть"],
  );
  await redo();
  assert.deepEqual(
    [message.value?.text, message.value?.action],
    ["Возвращено: срок, пункт 1.1, протокол № 2.", "Отменить"],
  );
});

test("what is deleted is gone from the page, with a way back", async () => {
  assert.equal(await removeRecord("d"), true);
  assert.equal(oneOf("difficulty", "d"), null);
  assert.deepEqual(
    [message.value?.text, message.value?.action],
    ["Удалено затруднение.", "Вернуть"],
  );
});

test("what a step changed is shown from its answer, and nothing is read anew", async () => {
  const step = {
    words: "название",
    kind: /** @type {const} */ ("difficulty"),
    id: "d",
    part: null,
    marking: false,
    many: false,
  };
  program.steps = { undo: step, redo: null };
  const other = { ...difficulty("Чтение"), record: { ...difficulty("Чтение").record, id: "e" } };
  program.put = [
    { record: difficulty("Как было"), revision: 9 },
    { record: /** @type {AnyRecord} */ (other), revision: 9 },
  ];
  await undo();
  assert.equal(title(), "Как было");
  assert.equal(allOf("difficulty").length, 2);
  assert.ok(!program.calls.includes("records"));
  // The next save is made from what came with the answer.
  program.kept.set("d", { record: difficulty("Как было"), revision: 9 });
  saveRecord(difficulty("Дальше"));
  await allSaved();
  assert.deepEqual(saving.value, { state: "saved", at: "14:03" });
});
