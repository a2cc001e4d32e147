import { derivedOf } from "./derived.js";
import { community } from "./file.js";

/*
 * What the body calls itself: ППС, РМО or words of its own. The program has them in all cases; the page asks here.
 */

/** All its words; none before the program has told them. */
export const bodyWords = () => derivedOf("community", community.value?.id)?.body ?? null;

/** «руководитель РМО»: the abbreviation, or the genitive of a body without one. */
export function ofBody() {
  const words = bodyWords();
  return words ? words.short || words.genitive : "";
}

/** «роль в РМО» */
export function inBody() {
  const words = bodyWords();
  return words ? words.short || words.prepositional : "";
}
