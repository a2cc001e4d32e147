/** @import {Meeting} from "../../api/types/records" */
import { Button } from "../../components/button/Button.jsx";
import { notify } from "../../state/messages.js";
import { allOf } from "../../state/records.js";
import { counted } from "../../words/numbers.js";
import { decisionsOf } from "../../features/assignments/assignments.js";
import { personName } from "../../features/assignments/decisions-here.js";
import { UNFINISHED_TOPIC, unfinishedWords } from "./before.js";
import { addQuestions, withNewIds } from "./edit.js";
import { focusQuestion } from "./focus.js";
import { emptyItem } from "./parts.js";
import { removeItem } from "./remove.js";

/**
 * Assignments of earlier meetings that nobody has marked by this day, as a question of this one.
 *
 * @param {{meeting: Meeting}} props
 */
export function Unfinished({ meeting }) {
  const earlier = allOf("meeting").filter(
    (one) => one.community === meeting.community && one.id !== meeting.id,
  );
  const open = decisionsOf(
    earlier.filter((one) => one.date < meeting.date),
    meeting.date,
  ).filter((one) => one.open);
  const there = (meeting.protocol?.items ?? []).some((one) => one.topic === UNFINISHED_TOPIC);
  if (open.length === 0 || there) return null;

  const add = () =>
    withNewIds(1, ([id]) => {
      if (!id) return;
      const heard = unfinishedWords(open, personName);
      addQuestions(meeting.id, [{ ...emptyItem(id, UNFINISHED_TOPIC), heard }]);
      focusQuestion(id);
      notify({
        text: "Вопрос добавлен, поручения перечислены.",
        action: "Отменить",
        act: () => removeItem(meeting.id, id),
      });
    });
  return (
    <Button look="quiet" sign="decisions" onClick={() => void add()}>
      {`${UNFINISHED_TOPIC}: ${counted(open.length, "поручение", "поручения", "поручений")}`}
    </Button>
  );
}
