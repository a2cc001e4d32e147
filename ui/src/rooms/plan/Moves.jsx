/** @import {Activity, Move} from "../../api/types/records" */
import { useState } from "preact/hooks";

import { Button } from "../../components/button/Button.jsx";
import { DateField } from "../../components/field/DateField.jsx";
import { TermField } from "../../components/field/TermField.jsx";
import { TextArea } from "../../components/field/TextArea.jsx";
import { today } from "../../state/file.js";
import { readDateIn, readTermIn } from "../../state/reading.js";
import { change, withPart } from "../../features/record-parts/change.js";
import { dropPart } from "../../features/record-parts/drop-part.js";
import { focusField } from "../../components/field/focus-field.js";

/**
 * Transfers to another term, each with its reason. The approved term stays in the plan as it was.
 *
 * @param {{activity: Activity, year: number}} props
 */
export function Moves({ activity, year }) {
  const { id, moves } = activity;
  /**
   * @param {number} at
   * @param {Partial<Move>} what
   */
  const save = (at, what) =>
    change("activity", id, (now) => ({ moves: withPart(now.moves, at, what) }));
  return (
    <section>
      <h2>Перенос срока</h2>
      {moves.map((move, at) => (
        <fieldset key={at} class="mt-2 part">
          <legend class="label">
            <b>{moves.length > 1 ? `${at + 1}-й перенос` : "Перенесено"}</b>
          </legend>
          <div class="fields">
            <TermField
              span={6}
              label="На срок"
              value={move.to}
              read={(typed) => readTermIn(typed, year)}
              required="Впишите новый срок или удалите перенос."
              onSave={(to) => to && save(at, { to })}
            />
            <DateField
              span={6}
              label="Когда решили"
              value={move.date}
              read={(typed) => readDateIn(typed, year)}
              onSave={(date) => save(at, { date })}
            />
            <TextArea
              id={`reason-${at}`}
              label="Почему"
              value={move.reason}
              onSave={(reason) => save(at, { reason })}
            />
          </div>
          <Button
            look="quiet"
            flush
            sign="bin"
            onClick={() => dropPart("activity", id, "moves", at, "Перенос удалён.", "add-move")}
          >
            Удалить перенос
          </Button>
        </fieldset>
      ))}
      <NewMove key={moves.length} id={id} year={year} count={moves.length} />
    </section>
  );
}

/** @param {{id: string, year: number, count: number}} props */
function NewMove({ id, year, count }) {
  const [open, setOpen] = useState(false);
  if (!open) {
    return (
      <p class="mt-2">
        <Button
          id="add-move"
          look="quiet"
          flush
          sign="arrow"
          onClick={() => {
            setOpen(true);
            focusField("new-term");
          }}
        >
          {count > 0 ? "Перенести ещё раз" : "Перенести на другой срок"}
        </Button>
      </p>
    );
  }
  return (
    <div class="mt-2 fields">
      <TermField
        id="new-term"
        label="Новый срок"
        hint="Впишите срок; потом можно дописать причину"
        value={null}
        read={(typed) => readTermIn(typed, year)}
        onSave={(to) => {
          if (!to) return;
          change("activity", id, (now) => ({
            moves: [...now.moves, { to, reason: "", date: today.value }],
          }));
          focusField(`reason-${count}`);
        }}
      />
      <p>
        <Button look="quiet" flush onClick={() => setOpen(false)}>
          Не переносить
        </Button>
      </p>
    </div>
  );
}
