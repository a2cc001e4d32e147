/** @import {Meeting} from "../../api/types/records" */
/** @import {PaperKind} from "../../api/types/commands" */
/** @import {Shown} from "./papers.js" */
import { Choice } from "../../components/field/Choice.jsx";
import { allOf } from "../../state/records.js";
import { concerned, MEETING_PAPERS } from "./papers.js";

/**
 * Which paper of the meeting lies beside the form; of an extract also whom or what it concerns.
 *
 * @param {{meeting: Meeting, shown: Shown, onShow: (shown: Shown) => void}} props
 */
export function WhichPaper({ meeting, shown, onShow }) {
  const items = meeting.protocol?.items ?? [];
  const organisations = shown.kind === "extract" ? concerned(meeting, allOf("organisation")) : [];
  return (
    <div class="meet__which">
      <Choice
        quiet
        label="Какая бумага"
        value={shown.kind}
        options={MEETING_PAPERS}
        onSave={(kind) =>
          onShow({
            kind: /** @type {PaperKind} */ (kind),
            item: kind === "extract" ? 1 : null,
            organisation: null,
          })
        }
      />
      {shown.kind === "extract" && (
        <Choice
          label="О чём выписка"
          value={shown.organisation ? `o${shown.organisation}` : `i${shown.item ?? 1}`}
          options={[
            ...items.map((item, at) => ({
              value: `i${at + 1}`,
              label: `Вопрос ${at + 1}. ${item.topic}`,
            })),
            ...organisations.map((organisation) => ({
              value: `o${organisation.name}`,
              label: `Всё, что касается: ${organisation.short_name || organisation.name}`,
            })),
          ]}
          onSave={(next) =>
            onShow({
              kind: "extract",
              item: next.startsWith("i") ? Number(next.slice(1)) : null,
              organisation: next.startsWith("o") ? next.slice(1) : null,
            })
          }
        />
      )}
    </div>
  );
}
