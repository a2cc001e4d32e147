/** @import {Meeting} from "../../api/types/records" */
import { editMeeting } from "./edit.js";
import { NumberField } from "./NumberField.jsx";

/**
 * How many were there, where only that is known and nobody is listed by name.
 *
 * @param {{meeting: Meeting}} props
 */
export function Turnout({ meeting }) {
  const { present_count: present, members_count: members } = meeting;
  /** @param {Partial<Meeting>} patch */
  const keep = (patch) => editMeeting(meeting.id, (one) => ({ ...one, ...patch }));
  return (
    <div class="fields">
      <NumberField
        id={`${meeting.id}-present`}
        span={6}
        label="Присутствовало, человек"
        hint="Если известно только число, без имён"
        value={present}
        onSave={(present_count) => keep({ present_count })}
      />
      <NumberField
        span={6}
        label="Из скольких"
        hint="Можно не указывать"
        value={members}
        wrong={
          present !== null && members !== null && present > members
            ? "Присутствовало больше, чем всего участников. Проверьте оба числа."
            : null
        }
        onSave={(members_count) => keep({ members_count })}
      />
    </div>
  );
}
