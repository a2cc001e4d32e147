/** @import {Correction, Meeting} from "../../api/types/records" */
import { Button } from "../../components/button/Button.jsx";
import { Choice } from "../../components/field/Choice.jsx";
import { DateField } from "../../components/field/DateField.jsx";
import { TextArea } from "../../components/field/TextArea.jsx";
import { TextField } from "../../components/field/TextField.jsx";
import { flushFields } from "../../components/field/unsaved.js";
import { today } from "../../state/file.js";
import { notify } from "../../state/messages.js";
import { readDateHere } from "../../state/reading.js";
import { allOf } from "../../state/records.js";
import { longDate, NBSP } from "../../words/dates.js";
import { editProtocol } from "./edit.js";
import { focusWhenThere } from "./focus.js";
import { inserted, replaced, without } from "../../words/lists.js";

/**
 * What was mended in a protocol after it was signed: by hand, with «Исправленному верить», or by the decision
 * of a later meeting. The signed text itself stays as it was.
 *
 * @param {{meeting: Meeting}} props
 */
export function Corrections({ meeting }) {
  const all = meeting.protocol?.corrections ?? [];
  if (!meeting.protocol?.signed && all.length === 0) return null;
  const later = allOf("meeting")
    .filter((one) => one.community === meeting.community && one.date > meeting.date)
    .sort((a, b) => a.date.localeCompare(b.date));
  /** @param {(corrections: Correction[]) => Correction[]} change */
  const edit = (change) =>
    editProtocol(meeting.id, (protocol) => ({
      ...protocol,
      corrections: change(protocol.corrections),
    }));
  /** @param {number} at */
  const first = (at) => `${meeting.id}-correction-${at}`;

  function add() {
    edit((old) => [...old, { date: today.value, place: "", was: "", now: "", meeting: null }]);
    focusWhenThere(first(all.length));
  }
  /** @param {number} at */
  function remove(at) {
    flushFields();
    const gone = all[at];
    if (!gone) return;
    edit((old) => without(old, at));
    const beside = Math.min(at, all.length - 2);
    focusWhenThere(beside < 0 ? "correction-add" : first(beside));
    notify({
      text: `Исправление ${at + 1} удалено.`,
      action: "Вернуть",
      act: () => edit((old) => inserted(old, at, gone)),
    });
  }
  return (
    <section class="meet__item" aria-labelledby="meeting-corrections">
      <h2 id="meeting-corrections">Исправленному верить</h2>
      <p class="hint">
        Исправления печатаются после подписей. Подписанный текст остаётся, каким был.
      </p>
      {all.map((one, at) => {
        /** @param {Partial<Correction>} patch */
        const keep = (patch) => edit((old) => replaced(old, at, { ...(old[at] ?? one), ...patch }));
        return (
          // Corrections have no identifier; their place in the list is all that tells them apart.
          <div
            class="fields meet__correction"
            key={at}
            role="group"
            aria-label={`Исправление ${at + 1}`}
          >
            <TextField
              id={first(at)}
              span={6}
              label="Где"
              hint="Например: пункт 1.2"
              value={one.place}
              onSave={(place) => keep({ place })}
            />
            <DateField
              span={6}
              label="Когда исправлено"
              value={one.date}
              read={readDateHere}
              required="У исправления должна быть дата."
              onSave={(date) => date && keep({ date })}
            />
            <TextArea label="Напечатано" value={one.was} onSave={(was) => keep({ was })} />
            <TextArea label="Следует читать" value={one.now} onSave={(now) => keep({ now })} />
            <Choice
              span={8}
              label="Как исправлено"
              value={one.meeting ?? ""}
              options={[
                { value: "", label: "от руки, с подписью" },
                ...later.map((of) => ({
                  value: of.id,
                  label: `решением: ${of.protocol?.number ? `протокол №${NBSP}${of.protocol.number}` : "заседание"} от ${longDate(of.date)}`,
                })),
              ]}
              onSave={(id) => keep({ meeting: id || null })}
            />
            <div class="field--4 meet__beside">
              <Button look="quiet" sign="bin" onClick={() => remove(at)}>
                <span>
                  Удалить<span class="hidden"> исправление {at + 1}</span>
                </span>
              </Button>
            </div>
          </div>
        );
      })}
      <Button id="correction-add" look="quiet" sign="plus" flush onClick={add}>
        Внести исправление
      </Button>
    </section>
  );
}
