/** @import {ApprovalForm} from "../../api/types/ApprovalForm" */
/** @import {Plan} from "../../api/types/Plan" */
import { Choice } from "../../components/field/Choice.jsx";
import { DateField } from "../../components/field/DateField.jsx";
import { TextField } from "../../components/field/TextField.jsx";
import { readDateIn } from "../../state/reading.js";
import { allOf, oneOf } from "../../state/records.js";
import { dayAndMonth, NBSP } from "../../words/dates.js";
import { change } from "../parts/change.js";
import { Handed } from "./Handed.jsx";
import { PlanSteps } from "./PlanSteps.jsx";

/**
 * Adoption at a meeting and approval by РИМК. Each begins with its date; without it there is none.
 *
 * @param {{plan: Plan}} props
 */
export function PlanState({ plan }) {
  const { id, adopted, approved } = plan;
  const meetings = allOf("meeting")
    .filter((one) => one.community === plan.community && one.status === "held")
    .sort((a, b) => b.date.localeCompare(a.date));

  /** @param {string} meeting */
  function adoptAt(meeting) {
    const held = oneOf("meeting", meeting);
    change("plan", id, (now) => {
      if (!held) return { adopted: now.adopted && { ...now.adopted, meeting: null } };
      const number = held.protocol?.number;
      return { adopted: { meeting, date: held.date, number: number ? String(number) : "" } };
    });
  }
  return (
    <section id="plan-state" tabIndex={-1}>
      <h2>Принят и утверждён</h2>
      <PlanSteps plan={plan} here />
      <div class="mt-3 fields">
        <Choice
          label="Принят на заседании (необязательно)"
          value={adopted?.meeting ?? ""}
          options={[
            { value: "", label: "не выбрано" },
            ...meetings.map((one) => ({
              value: one.id,
              label: [
                one.protocol?.number && `№${NBSP}${one.protocol.number}`,
                dayAndMonth(one.date) + one.date.replace(/^(\d+).*/, " $1"),
              ]
                .filter(Boolean)
                .join(", "),
            })),
          ]}
          onSave={adoptAt}
        />
        <DateField
          span={6}
          label="Дата принятия"
          value={adopted?.date ?? null}
          read={(typed) => readDateIn(typed, plan.school_year)}
          onSave={(date) =>
            change("plan", id, (now) => ({
              adopted: date ? { meeting: null, number: "", ...now.adopted, date } : null,
            }))
          }
        />
        <TextField
          span={6}
          plain
          label="№ протокола"
          value={adopted?.number ?? ""}
          disabled={!adopted}
          hint={adopted ? undefined : "Сначала впишите дату"}
          onSave={(number) =>
            change("plan", id, (now) => ({ adopted: now.adopted && { ...now.adopted, number } }))
          }
        />
      </div>
      <Handed plan={plan} />
      <h3 class="mt-4">Утверждён</h3>
      <div class="mt-2 fields">
        <DateField
          span={6}
          label="Утверждён РИМК (п. 4.7), дата"
          value={approved?.date ?? null}
          read={(typed) => readDateIn(typed, plan.school_year)}
          onSave={(date) =>
            change("plan", id, (now) => ({
              approved: date
                ? {
                    form: now.approved?.form ?? "by_head",
                    number: now.approved?.number ?? "",
                    date,
                  }
                : null,
            }))
          }
        />
        <TextField
          span={6}
          plain
          label="Вх. № или № приказа"
          value={approved?.number ?? ""}
          disabled={!approved}
          hint={approved ? undefined : "Сначала впишите дату"}
          onSave={(number) =>
            change("plan", id, (now) => ({ approved: now.approved && { ...now.approved, number } }))
          }
        />
        {approved && (
          <Choice
            label="Как утверждён"
            value={approved.form}
            options={[
              { value: "by_head", label: "подписью заведующего РИМК" },
              { value: "by_order", label: "приказом" },
            ]}
            onSave={(form) =>
              change("plan", id, (now) => ({
                approved: now.approved && {
                  ...now.approved,
                  form: /** @type {ApprovalForm} */ (form),
                },
              }))
            }
          />
        )}
      </div>
    </section>
  );
}
