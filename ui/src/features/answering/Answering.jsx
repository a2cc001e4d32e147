/** @import {FieldLooks} from "../../components/field/Field.jsx" */
/** @import {Someone} from "../../components/menu/PersonField.jsx" */
import { TextField } from "../../components/field/TextField.jsx";
import { PeopleField } from "../../components/menu/PeopleField.jsx";

/**
 * @typedef {object} Answers who answers for something, or speaks
 * @property {string[]} people
 * @property {string} words «директор ОО», «рабочая группа»
 */

/**
 * Who answers for something: people of the roster, picked by their first letters, and whoever is named in words. What is
 * typed into the field for people and stands in no list is written into the words by the last line of the menu.
 *
 * @param {{id?: string, label: string, wordsLabel: string, hint?: string, span?: FieldLooks["span"], folded?: boolean,
 *   answers: Answers, people: Someone[], onSave: (answers: Partial<Answers>) => void}} props `folded` where the words
 *   have a field only when there are any
 */
export function Answering({
  id,
  label,
  wordsLabel,
  hint,
  span,
  folded = false,
  answers,
  people,
  onSave,
}) {
  return (
    <>
      <PeopleField
        {...(id ? { id } : {})}
        {...(span ? { span } : {})}
        label={label}
        another="ещё один"
        value={answers.people}
        people={people}
        onSave={(chosen) => onSave({ people: chosen })}
        onAdd={(typed) => onSave({ words: added(answers.words, typed) })}
        addLabel={(typed) => `Записать словами: «${typed}»`}
        near="может быть, это?"
      />
      {(!folded || answers.words.trim() !== "") && (
        <TextField
          {...(id ? { id: `${id}-words` } : {})}
          {...(span ? { span } : {})}
          label={wordsLabel}
          hint={hint}
          value={answers.words}
          onSave={(words) => onSave({ words })}
        />
      )}
    </>
  );
}

/**
 * «директор ОО, рабочая группа»
 *
 * @param {string} words
 * @param {string} more
 */
const added = (words, more) => [words.trim(), more.trim()].filter(Boolean).join(", ");
