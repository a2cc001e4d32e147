/** @import {FieldLooks} from "../field/Field.jsx" */
import { PersonField } from "./PersonField.jsx";

/**
 * A line of text for which words are proposed by their first letters; any other may be written.
 *
 * @param {FieldLooks & {value: string, proposed: readonly string[], onSave: (text: string) => void}} props
 */
export function WordsField({ value, proposed, onSave, ...looks }) {
  return (
    <PersonField
      {...looks}
      value={null}
      free={value}
      whole
      people={proposed.map((words) => ({ id: words, name: words }))}
      onSave={(words) => onSave(words ?? "")}
      onFree={onSave}
    />
  );
}
