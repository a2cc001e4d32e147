import { useEffect, useRef } from "preact/hooks";

import { DateField } from "../../components/field/DateField.jsx";
import { TextField } from "../../components/field/TextField.jsx";
import { holdText, leftIn } from "../../components/field/unsaved.js";
import { readDateIn } from "../../state/reading.js";
import { useKept } from "../../state/kept.js";

/**
 * The date of an act and its number beside it. The act begins with its date; a number that is typed before it waits in
 * its field and comes with the date, so that Tab leads from the one to the other and nothing typed goes elsewhere.
 *
 * @param {{id: string, labels: [date: string, number: string], value: {date: string, number: string} | null,
 *   year: number, onSave: (value: {date: string, number: string} | null) => void}} props
 */
export function DatedNumber({ id, labels, value, year, onSave }) {
  const [early, setEarly] = useKept(`${id} number before its date`, "");
  // The date is read while the number is being typed already.
  const latest = useRef({ value, early });
  latest.current = { value, early };
  const waits = value === null && early !== "";
  useEffect(() => {
    if (!waits) return;
    return holdText(
      () => {},
      () =>
        leftIn(
          document.getElementById(`${id}-number`),
          latest.current.early,
          "Номер запишется вместе с датой: впишите её.",
        ),
    );
  }, [waits]);
  return (
    <>
      <DateField
        span={6}
        id={`${id}-date`}
        label={labels[0]}
        value={value?.date ?? null}
        read={(typed) => readDateIn(typed, year)}
        onSave={(date) => {
          const number = latest.current.value?.number ?? latest.current.early;
          // What stood there with the date taken away is kept beside it.
          setEarly(date ? "" : number);
          latest.current = { value: date ? { date, number } : null, early: date ? "" : number };
          onSave(latest.current.value);
        }}
      />
      <TextField
        span={6}
        id={`${id}-number`}
        label={labels[1]}
        value={value?.number ?? early}
        hint={waits ? "Запишется вместе с датой" : undefined}
        onSave={(number) => {
          const { value: now } = latest.current;
          if (now) onSave({ ...now, number });
          else setEarly((latest.current.early = number));
        }}
      />
    </>
  );
}
