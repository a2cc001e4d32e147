/** @import {Doubted} from "../../words/doubted.js" */
/** @import {FieldLooks} from "./Field.jsx" */
import { longDate, weekday } from "../../words/dates.js";
import { ReadField } from "./ReadField.jsx";

/**
 * A date, typed any way («5.9.26», «5 сентября»), shown one way.
 *
 * @param {FieldLooks & {value: string | null, read: (text: string) => Promise<string | Doubted<string> | null>,
 *   onSave: (date: string | null) => void, required?: string, disabled?: boolean}} props
 */
export function DateField(props) {
  return (
    <ReadField
      {...props}
      show={longDate}
      preview={(date) => `${longDate(date)}, ${weekday(date)}`}
    />
  );
}
