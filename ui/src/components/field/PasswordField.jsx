/** @import {FieldLooks} from "./Field.jsx" */
import { useState } from "preact/hooks";

import { Button } from "../button/Button.jsx";
import { Field } from "./Field.jsx";
import "./password-field.css";

/**
 * A password, hidden until the person wants to see it: whoever types slowly on a strange keyboard has to. It is kept by
 * nobody but the form around it.
 *
 * @param {FieldLooks & {value: string, onType: (text: string) => void, autoFocus?: boolean, disabled?: boolean}} props
 */
export function PasswordField({ value, onType, autoFocus, disabled, ...looks }) {
  const [shown, setShown] = useState(false);
  return (
    <Field {...looks}>
      {(wiring) => (
        <span class="password">
          <input
            {...wiring}
            class="in"
            type={/** @type {"password"} */ (shown ? "text" : "password")}
            autocomplete="off"
            spellcheck={false}
            autoFocus={autoFocus}
            disabled={disabled}
            value={value}
            onInput={(event) => onType(event.currentTarget.value)}
          />
          <Button pressed={shown} disabled={disabled} onClick={() => setShown(!shown)}>
            Показать
          </Button>
        </span>
      )}
    </Field>
  );
}
