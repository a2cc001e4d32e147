/** @import {Kind} from "../../api/types/records" */
/** @import {Of} from "./change.js" */
import { focusField } from "../../components/field/focus-field.js";
import { notify } from "../../state/messages.js";
import { oneOf } from "../../state/records.js";
import { change } from "./change.js";
import { namingOf } from "./naming.js";

/**
 * Takes one part out of a list inside a record (a course, a task) and offers to put it back where it stood. Rows
 * and meetings that named it name it again then.
 *
 * @template {Kind} K
 * @param {K} kind
 * @param {string} id
 * @param {keyof Of<K>} list
 * @param {number} at
 * @param {string} text «Удалён курс.»
 * @param {string} next id of the field or button that gets the focus, since that of the part goes away
 */
export function dropPart(kind, id, list, at, text, next) {
  /** @param {(parts: unknown[]) => unknown[]} what */
  const put = (what) =>
    change(
      kind,
      id,
      (record) =>
        /** @type {Partial<Of<K>>} */ ({ [list]: what(/** @type {any} */ (record)[list]) }),
    );
  const part = /** @type {any} */ (oneOf(kind, id))?.[list]?.[at];
  if (part === undefined) return;
  const naming = namingOf(typeof part.id === "string" ? [part.id] : []);
  put((parts) => parts.filter((_, i) => i !== at));
  focusField(next);
  notify({
    text,
    action: "Вернуть",
    act: () => {
      put((parts) => [...parts.slice(0, at), part, ...parts.slice(at)]);
      void naming.again();
    },
  });
}
