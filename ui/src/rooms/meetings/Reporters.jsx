/** @import {Reporter} from "../../api/types/records" */
/** @import {Someone} from "../../components/menu/PersonField.jsx" */
import { Button } from "../../components/button/Button.jsx";
import { TextField } from "../../components/field/TextField.jsx";
import { flushFields } from "../../components/field/unsaved.js";
import { notify } from "../../state/messages.js";
import { inserted, replaced, without } from "../../words/lists.js";
import { focusWhenThere } from "./focus.js";
import { NOBODY, withFirst } from "./reporters.js";
import { SpeakerField } from "./SpeakerField.jsx";

/**
 * Who reports on a question. One name is asked at first; a post and further reporters unfold.
 *
 * @param {{item: string, reporters: Reporter[], folded: boolean, speakers: Someone[], signed: boolean,
 *   onUnfold: () => void, onChange: (change: (reporters: Reporter[]) => Reporter[]) => void}} props
 */
export function Reporters({ item, reporters, folded, speakers, signed, onUnfold, onChange }) {
  const [first] = reporters;

  function add() {
    // The first row may still be empty: then it is the one to be filled in.
    if (reporters.length > 0) onChange((all) => [...all, NOBODY]);
    focusWhenThere(`${item}-reporter-${reporters.length}`);
  }
  /** @param {number} at */
  function remove(at) {
    flushFields();
    const gone = reporters[at];
    if (!gone) return;
    onChange((all) => without(all, at));
    focusWhenThere(`${item}-reporter-${Math.max(0, Math.min(at, reporters.length - 2))}`);
    notify({
      text: "Докладчик убран.",
      action: "Вернуть",
      act: () => onChange((all) => inserted(all, at, gone)),
    });
  }

  if (folded) {
    return (
      <>
        <SpeakerField
          id={`${item}-reporter-0`}
          span={5}
          label="Докладчик"
          value={first?.speaker ?? null}
          people={speakers}
          onSave={(speaker) => onChange((all) => withFirst(all, speaker))}
        />
        {!signed && first && (
          <div class="meet__several">
            <Button
              id={`${item}-report`}
              look="quiet"
              sign="plus"
              flush
              onClick={() => {
                onUnfold();
                focusWhenThere(`${item}-post-0`);
              }}
            >
              Должность или ещё докладчик
            </Button>
          </div>
        )}
      </>
    );
  }
  const rows = reporters.length > 0 ? reporters : [NOBODY];
  return (
    <div class="meet__reporters" role="group" aria-label="Докладчики">
      {rows.map((reporter, at) => {
        /** @param {Partial<Reporter>} patch */
        const keep = (patch) =>
          onChange((all) => replaced(all, at, { ...(all[at] ?? NOBODY), ...patch }));
        const which = rows.length > 1 ? ` ${at + 1}` : "";
        return (
          // Reporters have no identifier; their place in the list is all that tells them apart.
          <div class="fields meet__reporter" key={at}>
            <SpeakerField
              id={`${item}-reporter-${at}`}
              span={6}
              label={`Докладчик${which}`}
              value={reporter.speaker}
              people={speakers}
              onSave={(speaker) => keep({ speaker: speaker ?? NOBODY.speaker })}
            />
            <TextField
              id={`${item}-post-${at}`}
              span={6}
              label={`Должность${which}, если нужна`}
              value={reporter.post}
              onSave={(post) => keep({ post })}
            />
            {!signed && reporters.length > 0 && (
              <div>
                <Button look="quiet" sign="bin" flush onClick={() => remove(at)}>
                  <span>
                    Убрать<span class="hidden"> докладчика {at + 1}</span>
                  </span>
                </Button>
              </div>
            )}
          </div>
        );
      })}
      {!signed && (
        <Button id={`${item}-report`} look="quiet" sign="plus" flush onClick={add}>
          Ещё докладчик
        </Button>
      )}
    </div>
  );
}
