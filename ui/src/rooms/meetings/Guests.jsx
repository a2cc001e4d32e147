/** @import {FullName, Guest, Meeting} from "../../api/types/records" */
import { useState } from "preact/hooks";

import { Button } from "../../components/button/Button.jsx";
import { ReadField } from "../../components/field/ReadField.jsx";
import { TextField } from "../../components/field/TextField.jsx";
import { flushFields } from "../../components/field/unsaved.js";
import { PersonField } from "../../components/menu/PersonField.jsx";
import { notify } from "../../state/messages.js";
import { fullName, withInitials } from "../../words/people.js";
import { editMeeting } from "./edit.js";
import { focusWhenThere } from "./focus.js";
import { withGuestRenamed } from "./guests.js";
import { inserted, replaced, without } from "../../words/lists.js";
import { nameOf, organisationsByName } from "./people.js";

/** @type {Guest} */
const NOBODY = { name: { surname: "", given: "", patronymic: "" }, post: "", organisation: "" };

/**
 * Invited people who are not members.
 *
 * @param {{meeting: Meeting}} props
 */
export function Guests({ meeting }) {
  const [inWords, setInWords] = useState(false);
  /** @param {(guests: Guest[]) => Guest[]} change */
  const edit = (change) =>
    editMeeting(meeting.id, (one) => ({ ...one, guests: change(one.guests) }));

  /**
   * Who spoke under the former name follows the correction of it.
   *
   * @param {number} at
   * @param {FullName} name
   */
  function rename(at, name) {
    editMeeting(meeting.id, (one) => {
      const old = one.guests[at] ?? NOBODY;
      const guests = replaced(one.guests, at, { ...old, name });
      return withGuestRenamed({ ...one, guests }, withInitials(old.name), withInitials(name));
    });
  }
  function add() {
    edit((all) => [...all, NOBODY]);
    focusWhenThere(`guest-${meeting.guests.length}`);
  }
  /** @param {number} at */
  function remove(at) {
    flushFields();
    const gone = meeting.guests[at];
    if (!gone) return;
    edit((all) => without(all, at));
    const beside = Math.min(at, meeting.guests.length - 2);
    focusWhenThere(beside < 0 ? "guest-add" : `guest-${beside}`);
    notify({
      text: "Приглашённый удалён.",
      action: "Вернуть",
      act: () => edit((all) => inserted(all, at, gone)),
    });
  }

  const known = organisationsByName();

  return (
    <section aria-labelledby="meeting-guests" data-place="people">
      <h2 id="meeting-guests">Приглашены</h2>
      {meeting.guests.map((guest, at) => {
        /** @param {Partial<Guest>} patch */
        const keep = (patch) =>
          edit((all) => replaced(all, at, { ...(all[at] ?? NOBODY), ...patch }));
        return (
          // Guests have no identifier; their place in the list is all that tells them apart.
          <div
            class="fields meet__guest"
            key={at}
            role="group"
            aria-label={`Приглашённый ${at + 1}`}
          >
            <ReadField
              id={`guest-${at}`}
              label="Фамилия, имя, отчество"
              value={guest.name}
              show={fullName}
              read={readName}
              preview={nameParts}
              onSave={(name) => rename(at, name ?? NOBODY.name)}
            />
            <TextField
              span={6}
              label="Должность"
              value={guest.post}
              onSave={(post) => keep({ post })}
            />
            <PersonField
              span={6}
              label="Организация"
              whole
              near="такая уже есть?"
              value={null}
              free={guest.organisation}
              people={known}
              onSave={(id) => keep({ organisation: nameOf(known, id) })}
              onFree={(organisation) => keep({ organisation })}
            />
            <div>
              <Button look="quiet" sign="bin" flush onClick={() => remove(at)}>
                <span>
                  Удалить<span class="hidden"> приглашённого {fullName(guest.name)}</span>
                </span>
              </Button>
            </div>
          </div>
        );
      })}
      {(inWords || meeting.guests_in_words) && (
        <TextField
          id="guests-in-words"
          label="Приглашены без имён"
          hint="Например: администрация школы — 2 человека"
          value={meeting.guests_in_words}
          onSave={(guests_in_words) =>
            editMeeting(meeting.id, (one) => ({ ...one, guests_in_words }))
          }
        />
      )}
      <div class="meet__adds">
        <Button id="guest-add" look="quiet" sign="plus" flush onClick={add}>
          Добавить приглашённого
        </Button>
        {!inWords && !meeting.guests_in_words && (
          <Button
            look="quiet"
            sign="plus"
            onClick={() => {
              setInWords(true);
              focusWhenThere("guests-in-words");
            }}
          >
            Без имён, числом
          </Button>
        )}
      </div>
    </section>
  );
}

/**
 * @param {string} typed
 * @returns {Promise<FullName>}
 */
async function readName(typed) {
  const [surname = "", given = "", ...rest] = typed.trim().split(/[\s\u00a0]+/);
  return { surname, given, patronymic: rest.join(" ") };
}

/** @param {FullName} name */
function nameParts({ surname, given, patronymic }) {
  return [
    `фамилия${"\u00a0"}— ${surname}`,
    given && `имя${"\u00a0"}— ${given}`,
    patronymic && `отчество${"\u00a0"}— ${patronymic}`,
  ]
    .filter(Boolean)
    .join(", ");
}
