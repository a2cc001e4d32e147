/** @import {Meeting} from "../../api/types/records" */
import { Button } from "../../components/button/Button.jsx";
import { notify } from "../../state/messages.js";
import { oneOf } from "../../state/records.js";
import { longDate } from "../../words/dates.js";
import { counted } from "../../words/numbers.js";
import { has, ownList } from "../../features/own-lists/own-lists.js";
import { derivedOf } from "../../state/derived.js";
import { rosterOn } from "../../state/members.js";
import { asBefore } from "./before.js";
import { editMeeting, withNewIds } from "./edit.js";
import { focusWhenThere } from "./focus.js";
import { emptyItem } from "../../features/meeting-parts/parts.js";

/**
 * «Как в прошлый раз»: offered while nothing is written of the questions.
 *
 * @param {{meeting: Meeting}} props
 */
export function AsBefore({ meeting }) {
  const items = meeting.protocol?.items ?? [];
  const before = oneOf("meeting", derivedOf("meeting", meeting.id)?.before);
  const standing = ownList("standing_questions").filter((one) => one.trim());
  if (items.length > 0 || (!before && standing.length === 0)) return null;

  const take = () =>
    withNewIds(standing.length, (ids) => {
      const then = meeting;
      editMeeting(meeting.id, (one) => ({
        ...one,
        ...(before && asBefore(before, rosterOn(one.date), one)),
        protocol: one.protocol && {
          ...one.protocol,
          items: [
            ...one.protocol.items,
            ...standing.flatMap((topic, at) => {
              const id = ids[at];
              return id && !has(one.protocol?.items.map((item) => item.topic) ?? [], topic)
                ? [emptyItem(id, topic)]
                : [];
            }),
          ],
        },
      }));
      focusWhenThere(`${meeting.id}-topic`);
      notify({
        text: "Заполнено как в прошлый раз.",
        action: "Отменить",
        act: () =>
          editMeeting(meeting.id, (one) => ({
            ...one,
            chair: then.chair,
            secretary: then.secretary,
            place: then.place,
            venue: then.venue,
            mode: then.mode,
            mode_note: then.mode_note,
            protocol: one.protocol && {
              ...one.protocol,
              // A question that has been written into meanwhile stays.
              items: one.protocol.items.filter(
                (item) => !ids.includes(item.id) || item.heard || item.decisions.length > 0,
              ),
            },
          })),
      });
    });
  return (
    <div class="meet__before">
      <Button sign="redo" onClick={() => void take()}>
        Как в прошлый раз
      </Button>
      <p class="hint">
        {[
          before && `Место, форма, председатель и секретарь — как ${longDate(before.date)}`,
          standing.length > 0 &&
            counted(
              standing.length,
              "постоянный вопрос",
              "постоянных вопроса",
              "постоянных вопросов",
            ),
        ]
          .filter(Boolean)
          .join("; ")}
      </p>
    </div>
  );
}
