/** @import {Speech} from "../../api/types/records" */
/** @import {Someone} from "../../components/menu/PersonField.jsx" */
import { Button } from "../../components/button/Button.jsx";
import { flushFields } from "../../components/field/unsaved.js";
import { notify } from "../../state/messages.js";
import { editItem } from "./edit.js";
import { focusWhenThere } from "./focus.js";
import { inserted, replaced, without } from "../../words/lists.js";
import { Prose } from "./Prose.jsx";
import { SpeakerField } from "./SpeakerField.jsx";

/** @type {Speech} */
const NOBODY = { speaker: { named: "" }, text: "" };

/**
 * Who spoke after the report, and what they said.
 *
 * @param {{meeting: string, item: string, place: string, spoke: Speech[], speakers: Someone[]}} props
 */
export function Spoke({ meeting, item, place, spoke, speakers }) {
  /** @param {(spoke: Speech[]) => Speech[]} change */
  const edit = (change) => editItem(meeting, item, (one) => ({ ...one, spoke: change(one.spoke) }));

  function add() {
    edit((all) => [...all, NOBODY]);
    focusWhenThere(`${item}-speaker-${spoke.length}`);
  }
  /** @param {number} at */
  function remove(at) {
    flushFields();
    const gone = spoke[at];
    if (!gone) return;
    edit((all) => without(all, at));
    // To the speech that took its place, or to the one before.
    const beside = Math.min(at, spoke.length - 2);
    focusWhenThere(beside < 0 ? `${item}-speech` : `${item}-speaker-${beside}`);
    notify({
      text: "Выступление удалено.",
      action: "Вернуть",
      act: () => edit((all) => inserted(all, at, gone)),
    });
  }

  return (
    <div class="meet__part" role="group" aria-labelledby={`${item}-spoke`} data-place={place}>
      <p class="label caps" id={`${item}-spoke`}>
        ВЫСТУПИЛИ
      </p>
      {spoke.map((speech, at) => {
        /** @param {Partial<Speech>} patch */
        const keep = (patch) =>
          edit((all) => replaced(all, at, { ...(all[at] ?? NOBODY), ...patch }));
        return (
          // Speeches have no identifier; their place in the list is all that tells them apart.
          <div class="fields meet__speech" key={at}>
            <SpeakerField
              id={`${item}-speaker-${at}`}
              span={8}
              label="Кто"
              value={speech.speaker}
              people={speakers}
              onSave={(speaker) => keep({ speaker: speaker ?? NOBODY.speaker })}
            />
            <Prose
              id={`${item}-said-${at}`}
              label="Что сказал"
              value={speech.text}
              onSave={(text) => keep({ text })}
            />
            {/* After the fields of its row, or a word typed past «Кто» would delete the speech. */}
            <div class="field--4 meet__beside">
              <Button look="quiet" sign="bin" onClick={() => remove(at)}>
                <span>
                  Удалить<span class="hidden"> выступление {at + 1}</span>
                </span>
              </Button>
            </div>
          </div>
        );
      })}
      <Button id={`${item}-speech`} look="quiet" sign="plus" flush onClick={add}>
        Добавить выступление
      </Button>
    </div>
  );
}
