/** @import {AgendaItem, Attendance, Meeting} from "../../api/types/records" */
/** @import {Someone} from "../../components/menu/PersonField.jsx" */
import { useState } from "preact/hooks";

import { Button } from "../../components/button/Button.jsx";
import { Choice } from "../../components/field/Choice.jsx";
import { flushFields } from "../../components/field/unsaved.js";
import { PersonField } from "../../components/menu/PersonField.jsx";
import { derivedOf } from "../../state/derived.js";
import { notify } from "../../state/messages.js";
import { focusWhenThere } from "./focus.js";
import { isPartly, isPresent, PRESENT } from "../../features/meeting-parts/parts.js";
import { nameOf } from "./people.js";

const ADD = "partly-add";

/** So much of a topic tells a question from the others in a list. */
const LONGEST = 60;

/**
 * Who came after a question or left before one: they have no vote on what they missed. Folded away until
 * somebody did, since most stay to the end.
 *
 * @param {{meeting: Meeting, people: Someone[], signed: boolean,
 *   onMark: (person: string, presence: Attendance["presence"]) => void}} props
 */
export function PartlyPresent({ meeting, people, signed, onMark }) {
  // Those picked here, about whom nothing is marked yet.
  const [picked, setPicked] = useState(/** @type {string[]} */ ([]));
  const [adding, setAdding] = useState(false);
  const items = meeting.protocol?.items ?? [];
  const backwards = derivedOf("meeting", meeting.id)?.left_before_coming ?? [];
  const present = meeting.attendance.filter(isPresent);
  const shown = present.filter((member) => isPartly(member) || picked.includes(member.person));
  const rest = present.filter((member) => !shown.includes(member)).map((member) => member.person);
  if (shown.length === 0 && (signed || items.length === 0 || present.length === 0)) return null;

  /** @param {Attendance} one */
  function remove({ person, presence }) {
    flushFields();
    setPicked(picked.filter((id) => id !== person));
    onMark(person, PRESENT);
    focusWhenThere(ADD);
    notify({
      text: "Отметка убрана.",
      action: "Вернуть",
      act: () => onMark(person, presence),
    });
  }

  return (
    <div class="mt-3" role="group" aria-label="Пришли позже или ушли раньше">
      {shown.map((one) => {
        const { presence } = one;
        if (!("present" in presence)) return null;
        const { came_after, left_before } = presence.present;
        const name = nameOf(people, one.person) || "нет в составе";
        /** @param {Partial<typeof presence.present>} patch */
        const keep = (patch) =>
          onMark(one.person, { present: { came_after, left_before, ...patch } });
        return (
          <div class="meet__partly" key={one.person} role="group" aria-label={name}>
            <b>{name}</b>
            <div class="fields">
              <Choice
                id={`came-${one.person}`}
                span={6}
                label="Приход после начала вопроса"
                value={came_after ?? ""}
                options={[
                  { value: "", label: "с начала заседания" },
                  ...items.map((item, at) => ({
                    value: item.id,
                    label: numbered(item, at),
                  })),
                ]}
                onSave={(id) => keep({ came_after: id || null })}
              />
              <Choice
                span={6}
                label="Уход перед вопросом"
                value={left_before ?? ""}
                options={[
                  { value: "", label: "до конца заседания" },
                  ...items.map((item, at) => ({
                    value: item.id,
                    label: numbered(item, at),
                  })),
                ]}
                wrong={
                  backwards.includes(one.person) ? "Уход раньше прихода. Проверьте вопросы." : null
                }
                onSave={(id) => keep({ left_before: id || null })}
              />
            </div>
            <Button look="quiet" onClick={() => remove(one)}>
              <span>
                Убрать<span class="hidden"> отметку: {name}</span>
              </span>
            </Button>
          </div>
        );
      })}
      {!signed && adding && rest.length > 0 && (
        <PersonField
          id="partly-who"
          label="Кто пришёл позже или ушёл раньше"
          value={null}
          people={people.filter((person) => rest.includes(person.id))}
          onSave={(person) => {
            if (!person) return;
            setPicked([...picked, person]);
            setAdding(false);
            focusWhenThere(`came-${person}`);
          }}
        />
      )}
      {!signed && !adding && rest.length > 0 && items.length > 0 && (
        <Button
          id={ADD}
          look="quiet"
          sign="plus"
          flush
          onClick={() => {
            setAdding(true);
            focusWhenThere("partly-who");
          }}
        >
          Кто-то пришёл позже или ушёл раньше
        </Button>
      )}
    </div>
  );
}

/**
 * @param {AgendaItem} item
 * @param {number} at
 */
function numbered({ topic }, at) {
  const short = topic.length > LONGEST ? `${topic.slice(0, LONGEST).trimEnd()}…` : topic;
  return `${at + 1}. ${short || "тема не указана"}`;
}
