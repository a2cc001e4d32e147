/** @import {ApprovalForm, Plan} from "../../api/types/records" */
import { Choice } from "../../components/field/Choice.jsx";
import { allOf, oneOf } from "../../state/records.js";
import { dayAndMonth, NBSP } from "../../words/dates.js";
import { change } from "../../features/record-parts/change.js";
import { choicesOf } from "../../words/choices.js";
import { DatedNumber } from "./DatedNumber.jsx";
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
    .filter((meeting) => meeting.community === plan.community && meeting.status === "held")
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
      <PlanSteps plan={plan} />
      <div class="mt-3 fields">
        <Choice
          label="Принят на заседании (необязательно)"
          value={adopted?.meeting ?? ""}
          options={[
            { value: "", label: "не выбрано" },
            ...meetings.map((meeting) => ({
              value: meeting.id,
              label: [
                meeting.protocol?.number && `№${NBSP}${meeting.protocol.number}`,
                dayAndMonth(meeting.date) + meeting.date.replace(/^(\d+).*/, " $1"),
              ]
                .filter(Boolean)
                .join(", "),
            })),
          ]}
          onSave={adoptAt}
        />
        <DatedNumber
          id={`adopted-${id}`}
          labels={["Дата принятия", "№ протокола"]}
          value={adopted}
          year={plan.school_year}
          onSave={(said) =>
            change("plan", id, (now) => ({
              adopted: said && { meeting: now.adopted?.meeting ?? null, ...said },
            }))
          }
        />
      </div>
      <Handed plan={plan} />
      <h3 class="mt-4">Утверждён</h3>
      <div class="mt-2 fields">
        <DatedNumber
          id={`approved-${id}`}
          labels={["Утверждён РИМК (п. 4.7), дата", "Вх. № или № приказа"]}
          value={approved}
          year={plan.school_year}
          onSave={(said) =>
            change("plan", id, (now) => ({
              approved: said && { form: now.approved?.form ?? "by_head", ...said },
            }))
          }
        />
        {approved && (
          <Choice
            label="Как утверждён"
            value={approved.form}
            options={choicesOf("plan", "approved", "form")}
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
