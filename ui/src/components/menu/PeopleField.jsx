/** @import {FieldLooks} from "../field/Field.jsx" */
/** @import {Someone} from "./PersonField.jsx" */
import { Button } from "../button/Button.jsx";
import { PersonField } from "./PersonField.jsx";
import "./people-field.css";

/**
 * Several people: those chosen stand in a list, each with «Убрать», and the field below takes the next one.
 *
 * @param {FieldLooks & {value: string[], people: Someone[], onSave: (ids: string[]) => void,
 *   onAdd?: (typed: string) => void, addLabel?: string, another?: string, gone?: string}} props `gone` is said of a
 *   chosen one that is not there any more
 */
export function PeopleField({
  value,
  people,
  onSave,
  another = "ещё",
  gone = "нет в составе",
  label,
  ...rest
}) {
  const left = people.filter((one) => !value.includes(one.id));
  const look = rest.span ? `field field--${rest.span}` : "field";
  const { span: _span, ...field } = rest;
  return (
    <div class={look}>
      <PersonField
        {...field}
        label={
          value.length > 0 ? (
            <>
              {label}, {another}
            </>
          ) : (
            label
          )
        }
        value={null}
        people={left}
        onSave={(id) => id && onSave([...value, id])}
      />
      {value.length > 0 && (
        <ul class="chosen">
          {value.map((id) => {
            const name = people.find((one) => one.id === id)?.name ?? gone;
            return (
              <li key={id}>
                <span>{name}</span>
                <Button look="quiet" onClick={() => onSave(value.filter((one) => one !== id))}>
                  <span>
                    Убрать<span class="hidden"> {name}</span>
                  </span>
                </Button>
              </li>
            );
          })}
        </ul>
      )}
    </div>
  );
}
