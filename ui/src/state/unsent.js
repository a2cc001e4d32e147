/** @import {Draft} from "../api/types/views" */

/*
 * Forms that become a record by a button («Добавить в состав»). What is typed there waits in memory; when the program ends
 * or the file changes, it is asked about and kept as any other text that is not written.
 */

/**
 * @typedef {object} UnsentForm
 * @property {string} place «Новый участник»
 * @property {string} text what is typed there; empty where nothing is
 * @property {string} address where it is seen
 */

/** @type {Set<() => UnsentForm | null>} */
const forms = new Set();

/**
 * @param {() => UnsentForm | null} tell asked at the moment of leaving
 * @returns {() => void} takes it back
 */
export function onUnsent(tell) {
  forms.add(tell);
  return () => {
    forms.delete(tell);
  };
}

/** @returns {Draft[]} */
export function unsentForms() {
  return [...forms].flatMap((tell) => {
    const form = tell();
    if (!form?.text.trim()) return [];
    const { place, text, address } = form;
    const why = "Начато и не добавлено.";
    return [{ key: place, place, label: "", text, why, address, record: null, seen: null }];
  });
}
