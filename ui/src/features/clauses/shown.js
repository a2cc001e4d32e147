/** @import {Clause} from "../../api/types/findings" */
import { signal } from "@preact/signals";

import { CLAUSES } from "../../api/types/clauses.js";

/** The clause whose words are on the screen. */
export const shownClause = signal(/** @type {Clause | null} */ (null));

/**
 * A clause by its number.
 *
 * @param {string} number «4.7»
 */
export const clauseOf = (number) => CLAUSES.find((clause) => clause.number === number) ?? null;
