import { Button } from "../../components/button/Button.jsx";
import { flushFields } from "../../components/field/unsaved.js";
import { focusField } from "../../components/field/focus-field.js";
import { missingPreposition, withPreposition } from "./topic.js";

/**
 * A question is asked «о чём». Where the preposition is missing it is offered; the words stay as typed until
 * the person presses the button.
 *
 * @param {{topic: string, field: string, onSave: (topic: string) => void}} props
 */
export function TopicHelp({ topic, field, onSave }) {
  const preposition = topic.trim() ? missingPreposition(topic) : null;
  // The line keeps its room while nothing is said there, so that the form does not jump as one types.
  return (
    <p class="hint meet__topic">
      {!topic.trim() && "В повестке вопрос начинают с «О» или «Об»: «Об итогах полугодия»."}
      {preposition && (
        <>
          В повестке вопрос начинают с «О» или «Об».
          <Button
            look="quiet"
            onClick={() => {
              flushFields();
              onSave(withPreposition(topic));
              focusField(field);
            }}
          >
            Поставить «{preposition}»
          </Button>
        </>
      )}
    </p>
  );
}
