/** @import {Category} from "../api/types/records" */
import { choicesOf } from "./choices.js";

/**
 * The categories as they are chosen; a person of whom nothing is said yet has none named.
 *
 * @type {{value: Category, label: string}[]}
 */
export const CATEGORIES = choicesOf("person", "facts", "category");

/**
 * «высшая», and a dash where none is named, as on the paper.
 *
 * @param {Category} category
 */
export function categoryWords(category) {
  if (category === "not_applicable") return "—";
  return CATEGORIES.find((known) => known.value === category)?.label ?? "—";
}
