/** @import {Mark} from "../../api/types/records" */
import { today } from "../../state/file.js";

/**
 * A mark of today.
 *
 * @param {Mark["state"]} state
 * @returns {Mark}
 */
export const newMark = (state) => ({ state, date: today.value, result: "", reason: "" });
