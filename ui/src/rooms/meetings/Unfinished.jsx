/** @import {Meeting} from "../../api/types/records" */
import { Button } from "../../components/button/Button.jsx";
import { notify } from "../../state/messages.js";
import { derivedOf } from "../../state/derived.js";
import { counted } from "../../words/numbers.js";
import { UNFINISHED_TOPIC } from "./before.js";
import { addQuestions, withNewIds } from "./edit.js";
import { focusQuestion } from "./focus.js";
import { emptyItem } from "../../features/meeting-parts/parts.js";
import { removeItem } from "./remove.js";

/**
 * Assignments of earlier meetings that nobody has marked by this day, as a question of this one.
 *
 * @param {{meeting: Meeting}} props
 */
export function Unfinished({ meeting }) {
  const { unfinished: open = 0, unfinished_words: heard = "" } =
    derivedOf("meeting", meeting.id) ?? {};
  const there = (meeting.protocol?.items ?? []).some((one) => one.topic === UNFINISHED_TOPIC);
  if (open === 0 || there) return null;

  const add = () =>
    withNewIds(1, ([id]) => {
      if (!id) return;
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
      {`${UNFINISHED_TOPIC}: ${counted(open, "поручение", "поручения", "поручений")}`}
    </Button>
  );
}
