/** @import {Settings} from "../../api/types/records" */
import { asPhrase } from "../../components/phrase/match.js";
import { community } from "../../state/file.js";
import { notify } from "../../state/messages.js";
import { oneOf, saveRecord } from "../../state/records.js";
import { folded } from "../../words/people.js";
import { SUPPLIED } from "./phrases.js";

/*
 * What a leader gathers for the next protocols: own phrases and standing questions. Both are kept with the
 * settings of the community and are added where they were written, in a protocol.
 */

/** @typedef {"phrases" | "standing_questions"} OwnList */

/** @param {OwnList} list @returns {string[]} */
export const ownList = (list) => oneOf("community", community.value?.id)?.settings[list] ?? [];

/**
 * Own phrases stand first: they are the ones that this leader writes.
 *
 * @returns {string[]}
 */
export function allPhrases() {
  const own = ownList("phrases").filter((one) => one.trim());
  return [...own, ...SUPPLIED.filter((one) => !has(own, one))];
}

/**
 * @param {string[]} list
 * @param {string} text
 */
export const has = (list, text) =>
  list.some((one) => folded(asPhrase(one)) === folded(asPhrase(text)));

/**
 * @param {OwnList} list
 * @param {(all: string[]) => string[]} change
 */
export function changeList(list, change) {
  const latest = oneOf("community", community.value?.id);
  if (!latest) return;
  /** @type {Settings} */
  const settings = { ...latest.settings, [list]: change(latest.settings[list]) };
  saveRecord({ kind: "community", record: { ...latest, settings } });
}

/**
 * Adds a line and offers to take it back.
 *
 * @param {OwnList} list
 * @param {string} typed
 * @param {string} said
 */
export function keepLine(list, typed, said) {
  const line = asPhrase(typed);
  if (!line || has(ownList(list), line)) return;
  changeList(list, (all) => [...all, line]);
  notify({
    text: said,
    action: "Отменить",
    act: () => changeList(list, (all) => all.filter((one) => one !== line)),
  });
}

/**
 * Takes a line out and offers to put it back in its place.
 *
 * @param {OwnList} list
 * @param {number} at
 * @param {string} said
 */
export function dropLine(list, at, said) {
  const gone = ownList(list)[at];
  if (gone === undefined) return;
  changeList(list, (all) => all.filter((_, place) => place !== at));
  notify({
    text: said,
    action: "Вернуть",
    act: () => changeList(list, (all) => [...all.slice(0, at), gone, ...all.slice(at)]),
  });
}
