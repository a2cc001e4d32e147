/** @import {Activity, Plan} from "../../api/types/records" */
import { Button } from "../../components/button/Button.jsx";
import { TermField } from "../../components/field/TermField.jsx";
import { TextArea } from "../../components/field/TextArea.jsx";
import { today } from "../../state/file.js";
import { readTermIn } from "../../state/reading.js";
import { NBSP } from "../../words/dates.js";
import { termWords } from "../../words/terms.js";
import { change, withPart } from "../../features/record-parts/change.js";
import { focusField } from "../../components/field/focus-field.js";
import { termOf } from "../../features/plan-here/standing.js";
import { isAddition, isTransfer } from "./plans.js";
import { termWritten } from "../../features/plan-here/rows.js";
import { withTerm } from "./terms.js";

/**
 * The term of a row. In an approved plan another term is a transfer: it is kept at once, and the reason is
 * asked for under the field.
 *
 * @param {{activity: Activity, plan: Plan}} props
 */
export function TermOrMove({ activity, plan }) {
  const { id, moves, term } = activity;
  const approved = isTransfer(plan, activity);
  const last = moves.length - 1;
  const asks = approved && moves[last]?.date === today.value;
  const reason = `why-${id}`;
  const dates = termOf(id)?.days;
  return (
    <>
      <TermField
        label="Срок"
        hint={
          moves.length > 0 && term
            ? `По плану: ${termWords(term)}`
            : approved
              ? `План утверждён: новый срок станет переносом, программа спросит причину`
              : isAddition(plan, activity)
                ? "План утверждён: строка войдёт в него как дополнение"
                : "Например: до 1 ноября, октябрь, ноябрь — март, ежемесячно"
        }
        value={termWritten(activity)}
        read={(typed) => readTermIn(typed, plan.school_year)}
        {...(approved && {
          required: `Впишите срок. Отменить мероприятие можно ниже, в${NBSP}отметке.`,
        })}
        onSave={(to) => {
          change("activity", id, (now) =>
            withTerm(now, to, { approved, reason: "", on: today.value }),
          );
          if (approved) focusField(reason);
        }}
      />
      {dates && <p class="field small soft">Это {dates}</p>}
      {asks && (
        <div class="field why">
          <TextArea
            id={reason}
            label="Почему срок перенесён"
            hint="Причина войдёт в отчёт"
            value={moves[last]?.reason ?? ""}
            onSave={(text) =>
              change("activity", id, (now) => ({
                moves: withPart(now.moves, now.moves.length - 1, { reason: text }),
              }))
            }
          />
          <Button
            look="quiet"
            flush
            sign="undo"
            onClick={() => change("activity", id, (now) => ({ moves: now.moves.slice(0, -1) }))}
          >
            Вернуть прежний срок
          </Button>
        </div>
      )}
    </>
  );
}
