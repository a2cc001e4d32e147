/** @import {FieldLooks} from "./Field.jsx" */
/** @import {Doubted} from "../../words/doubted.js" */
/** @import {ReadTerm} from "../../words/terms.js" */
import { termWords } from "../../words/terms.js";
import { ReadField } from "./ReadField.jsx";

/**
 * A term, typed any way («до 1 марта», «ноябрь — март», «ежемесячно»), shown one way.
 *
 * @param {FieldLooks & {value: ReadTerm | null, read: (text: string) => Promise<ReadTerm | Doubted<ReadTerm> | null>,
 *   onSave: (term: ReadTerm | null) => void, required?: string, disabled?: boolean}} props
 */
export function TermField(props) {
  return <ReadField {...props} show={termWords} />;
}
