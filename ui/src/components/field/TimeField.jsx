/** @import {FieldLooks} from "./Field.jsx" */
import { clockTime } from "../../words/clock-time.js";
import { ReadField } from "./ReadField.jsx";

/**
 * A time of day: «14.00», «14-30» and «14» are typed, «14:00» is shown.
 *
 * @param {FieldLooks & {value: string | null, onSave: (time: string | null) => void}} props
 */
export function TimeField(props) {
  return <ReadField {...props} show={(time) => time} read={readTime} preview={() => ""} />;
}

/** @param {string} typed */
async function readTime(typed) {
  const time = clockTime(typed);
  if (time === null)
    throw new Error("Это не время. Напишите его цифрами, например 14:00 или 14.30.");
  return time;
}
