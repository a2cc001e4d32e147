/** @import {AgendaItem, Speaker} from "../../api/types/records" */

/**
 * What a folded question keeps out of sight: its form is not there, and what is looked for must still be found.
 * The topic and who reports stand in its heading.
 *
 * @param {AgendaItem} item
 * @param {(person: string) => string} name
 */
export function foldedText(item, name) {
  const speaker = (/** @type {Speaker} */ who) => ("named" in who ? who.named : name(who.person));
  return [
    item.heard,
    ...item.spoke.flatMap((speech) => [speaker(speech.speaker), speech.text]),
    ...item.decisions.flatMap((decision) => [decision.text, ...decision.responsible.map(name)]),
  ]
    .filter(Boolean)
    .join("\n");
}
