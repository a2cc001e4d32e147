/** @import {Category} from "../api/types/records" */

/**
 * The categories as they are chosen; a person of whom nothing is said yet has none named.
 *
 * @type {{value: Category, label: string}[]}
 */
export const CATEGORIES = [
  { value: "not_applicable", label: "не указана" },
  { value: "highest", label: "высшая" },
  { value: "first", label: "первая" },
  { value: "fits_post", label: "соответствие занимаемой должности" },
  { value: "none", label: "без категории" },
];

/**
 * «высшая», and a dash where none is named, as on the paper.
 *
 * @param {Category} category
 */
export function categoryWords(category) {
  if (category === "not_applicable") return "—";
  return CATEGORIES.find((known) => known.value === category)?.label ?? "—";
}
