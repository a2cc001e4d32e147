/** @import {Activity} from "../../api/types/Activity" */
/** @import {Move} from "../../api/types/Move" */
import { useState } from "preact/hooks";

import { Button } from "../../components/button/Button.jsx";
import { DateField } from "../../components/field/DateField.jsx";
import { TermField } from "../../components/field/TermField.jsx";
import { TextArea } from "../../components/field/TextArea.jsx";
import { today } from "../../state/file.js";
import { readDateHere, readTermHere } from "../../state/reading.js";
import { change, dropPart, withPart } from "../parts/change.js";

/**
 * Transfers to another term, each with its reason. The approved term stays in the plan as it was.
 *
 * @param {{activity: Activity}} props
 */
export function Moves({ activity }) {
  const { id, moves } = activity;
  const [adding, setAdding] = useState(false);
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
              read={readTermHere}
              required="Впишите новый срок или удалите перенос."
              onSave={(to) => to && save(at, { to })}
            />
            <DateField
              span={6}
              label="Когда решили"
              value={move.date}
              read={readDateHere}
              onSave={(date) => save(at, { date })}
            />
            <TextArea
              label="Почему"
              value={move.reason}
              autoFocus={at === moves.length - 1 && !move.reason && adding}
              onSave={(reason) => save(at, { reason })}
            />
          </div>
          <Button
            look="quiet"
            flush
            sign="bin"
            onClick={() => dropPart("activity", id, "moves", at, "Перенос удалён.")}
          >
            Удалить перенос
          </Button>
        </fieldset>
      ))}
      <NewMove key={moves.length} id={id} again={moves.length > 0} onOpen={() => setAdding(true)} />
    </section>
  );
}

/** @param {{id: string, again: boolean, onOpen: () => void}} props */
function NewMove({ id, again, onOpen }) {
  const [open, setOpen] = useState(false);
  if (!open) {
    return (
      <p class="mt-2">
        <Button
          look="quiet"
          flush
          sign="arrow"
          onClick={() => {
            setOpen(true);
            onOpen();
          }}
        >
          {again ? "Перенести ещё раз" : "Перенести на другой срок"}
        </Button>
      </p>
    );
  }
  return (
    <div class="mt-2 fields">
      <TermField
        label="Новый срок"
        hint="Впишите срок; потом можно дописать причину"
        value={null}
        read={readTermHere}
        onSave={(to) =>
          to &&
          change("activity", id, (now) => ({
            moves: [...now.moves, { to, reason: "", date: today.value }],
          }))
        }
      />
      <p>
        <Button look="quiet" flush onClick={() => setOpen(false)}>
          Не переносить
        </Button>
      </p>
    </div>
  );
}
