/** @import {ControlLine, Standing} from "../../api/types/control" */
/** @import {Kind} from "../../api/types/records" */
import { namedIn } from "../../features/answering/who.js";

/*
 * Which lines of «Контроль» are shown. How each stands and in which order they come, the program says.
 */

/**
 * @typedef {"open" | "late" | "closed" | "all"} Which
 *
 * @typedef {object} Wanted an empty string means «any»
 * @property {Which} which
 * @property {Kind | ""} source the kind of the record that holds it
 * @property {string} who by name, or in words
 * @property {string} school
 */

/** @type {Wanted} */
export const OPEN = { which: "open", source: "", who: "", school: "" };

/** By which a line is known: the decision or the row in its record, or the record itself. @param {ControlLine} line */
export const keyOf = ({ part, record }) => part ?? record;

/**
 * @param {ControlLine[]} lines
 * @param {Wanted} wanted
 */
export const chosen = (lines, { which, source, who, school }) =>
  lines.filter(
    (line) =>
      stands(line.standing, which) &&
      (!source || line.kind === source) &&
      (!who || namesOf(line).includes(who)) &&
      (!school || line.schools.includes(school)),
  );

/**
 * Everybody who answers for a line, each named in words apart.
 *
 * @param {ControlLine} line
 */
export const namesOf = ({ who }) => who.flatMap(namedIn);

/** @param {Standing} standing @param {Which} which */
function stands(standing, which) {
  if (which === "all") return true;
  if (which === "open") return standing !== "closed";
  return standing === which;
}

/** Whether anything but the standing narrows the list. @param {Wanted} wanted */
export const isNarrowed = ({ source, who, school }) => Boolean(source || who || school);
