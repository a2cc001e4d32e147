/** @import {FieldLooks} from "./Field.jsx" */
import { TextArea } from "./TextArea.jsx";

/**
 * Several short texts, each on a line of its own.
 *
 * @param {FieldLooks & {value: string[], onSave: (texts: string[]) => void}} props
 */
export const TextsField = ({ value, onSave, hint, ...looks }) => (
  <TextArea
    {...looks}
    hint={hint ?? "Каждый пункт — с новой строки."}
    rows={2}
    value={value.join("\n")}
    onSave={(text) => onSave(linesOf(text))}
  />
);

/** @param {string} text */
const linesOf = (text) =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
