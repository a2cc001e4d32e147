/** @import {Annex, Meeting} from "../../api/types/records" */
import { Button } from "../../components/button/Button.jsx";
import { TextArea } from "../../components/field/TextArea.jsx";
import { flushFields } from "../../components/field/unsaved.js";
import { notify } from "../../state/messages.js";
import { NBSP } from "../../words/dates.js";
import { pasteList } from "../../features/pasting/pasting.js";
import { editProtocol } from "./edit.js";
import { focusWhenThere } from "./focus.js";
import { Grip, stepOf } from "./Grip.jsx";
import { NumberField } from "./NumberField.jsx";
import { focusMoved } from "./order.js";
import { inserted, moved, replaced, without } from "../../words/lists.js";
import { RowActs } from "./RowActs.jsx";

/** @type {Annex} */
const BLANK = { title: "", sheets: null };

/**
 * What is put to the protocol; numbers follow from the order.
 *
 * @param {{meeting: Meeting, signed: boolean}} props
 */
export function Annexes({ meeting, signed }) {
  const annexes = meeting.protocol?.annexes ?? [];
  /** @param {(annexes: Annex[]) => Annex[]} change */
  const edit = (change) =>
    editProtocol(meeting.id, (protocol) => ({ ...protocol, annexes: change(protocol.annexes) }));

  function add() {
    edit((all) => [...all, BLANK]);
    focusWhenThere(`annex-${annexes.length}`);
  }
  /** @param {number} at @param {number} step */
  function move(at, step) {
    flushFields();
    edit((all) => moved(all, at, step));
  }
  /** @param {number} at */
  function remove(at) {
    flushFields();
    const gone = annexes[at];
    if (!gone) return;
    edit((all) => without(all, at));
    const beside = Math.min(at, annexes.length - 2);
    focusWhenThere(beside < 0 ? "annex-add" : `annex-${beside}`);
    notify({
      text: `Приложение ${at + 1} удалено.`,
      action: "Вернуть",
      act: () => edit((all) => inserted(all, at, gone)),
    });
  }

  /** @param {ClipboardEvent} event @param {number} at */
  function paste(event, at) {
    pasteList(event, {
      words: ["приложение", "приложения", "приложений"],
      split: "Разделить на приложения",
      spread: async (titles) => {
        const then = annexes;
        const more = titles.slice(1).map((title) => ({ ...BLANK, title }));
        edit((all) => [
          ...all.slice(0, at),
          { ...(all[at] ?? BLANK), title: titles[0] ?? "" },
          ...more,
          ...all.slice(at + 1),
        ]);
        focusWhenThere(`annex-${at}`);
        return (whole) => {
          edit(() => replaced(then, at, { ...(then[at] ?? BLANK), title: whole }));
          focusWhenThere(`annex-${at}`);
        };
      },
    });
  }

  if (signed && annexes.length === 0) return null;
  return (
    <section class="meet__item" aria-labelledby="meeting-annexes" data-place="annexes">
      <h2 id="meeting-annexes">Приложения</h2>
      {annexes.map((annex, at) => {
        const number = at + 1;
        /** @param {Partial<Annex>} patch */
        const keep = (patch) =>
          edit((all) => replaced(all, at, { ...(all[at] ?? BLANK), ...patch }));
        return (
          // Annexes have no identifier; their place in the list is all that tells them apart.
          <div
            class="meet__point meet__annex"
            key={at}
            role="group"
            aria-label={`Приложение ${number}`}
            data-row="annex"
            onKeyDownCapture={(event) => {
              const step = signed ? 0 : stepOf(event);
              if (step === 0) return;
              event.preventDefault();
              event.stopPropagation();
              move(at, step);
              if (annexes[at + step]) focusWhenThere(`annex-${at + step}`);
            }}
            onPaste={(event) => paste(event, at)}
          >
            <Grip closed={signed || annexes.length < 2} onMove={(step) => move(at, step)}>
              {number}
            </Grip>
            <div class="fields">
              <TextArea
                id={`annex-${at}`}
                line
                label={
                  <>
                    Название<span class="hidden"> приложения {number}</span>
                  </>
                }
                value={annex.title}
                onSave={(title) => keep({ title })}
              />
              <NumberField
                span={5}
                label={
                  <>
                    Листов<span class="hidden"> в приложении {number}</span>
                  </>
                }
                value={annex.sheets}
                onSave={(sheets) => keep({ sheets })}
              />
              <RowActs
                id={`annex-${at}`}
                what={`приложение №${NBSP}${number}`}
                first={at === 0}
                last={at === annexes.length - 1}
                onMove={(step) => {
                  move(at, step);
                  focusMoved(`annex-${at + step}`, step, `annex-${at + step}`);
                }}
                onRemove={() => remove(at)}
              />
            </div>
          </div>
        );
      })}
      <Button id="annex-add" look="quiet" sign="plus" flush onClick={add}>
        Добавить приложение
      </Button>
    </section>
  );
}
