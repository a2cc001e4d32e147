/** @import {AgendaItem, Reporter, Speaker} from "../../api/types/records" */
/** @import {Someone} from "../../components/menu/PersonField.jsx" */
import { nameOf } from "./people.js";

/*
 * Who reports on a question: nobody, one or several, each perhaps with a post.
 */

/** @type {Reporter} */
export const NOBODY = { speaker: { named: "" }, post: "" };

/**
 * @param {Speaker} speaker
 * @param {string} [post]
 * @returns {Reporter}
 */
export const reporterOf = (speaker, post = "") => ({ speaker, post });

/** Whether one name says it all. @param {Reporter[]} reporters */
export const isPlain = (reporters) => reporters.length < 2 && !reporters[0]?.post;

/**
 * The first reporter in a form that shows just one; a choice of nobody takes the reporter away.
 *
 * @param {Reporter[]} reporters
 * @param {Speaker | null} speaker
 * @returns {Reporter[]}
 */
export function withFirst([first, ...rest], speaker) {
  if (!speaker) return rest;
  return [{ ...(first ?? NOBODY), speaker }, ...rest];
}

/**
 * «Соколова М. В., Ларина С. Ю.»
 *
 * @param {AgendaItem} item
 * @param {Someone[]} people
 */
export const reportersInLine = ({ reporters }, people) =>
  reporters
    .map(({ speaker }) => speakerName(speaker, people))
    .filter(Boolean)
    .join(", ");

/**
 * @param {Speaker} speaker
 * @param {Someone[]} people
 */
const speakerName = (speaker, people) =>
  "named" in speaker ? speaker.named : nameOf(people, speaker.person);
