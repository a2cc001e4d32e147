import { NBSP } from "../../words/dates.js";
import { clauseOf, shownClause } from "./shown.js";
import "./clauses.css";

/**
 * «п. 4.7»: pressed, it shows the words of the clause and what it asks of the leader.
 *
 * @param {{number: string}} props
 */
export function ClauseLink({ number }) {
  const clause = clauseOf(number);
  const words = `п.${NBSP}${number}`;
  if (!clause) return <span class="nb">{words}</span>;
  return (
    <button
      type="button"
      class="clause"
      aria-haspopup="dialog"
      title="Что сказано в Положении"
      onClick={() => (shownClause.value = clause)}
    >
      {words}
    </button>
  );
}

/**
 * Several clauses with commas between them.
 *
 * @param {{numbers: string[]}} props
 */
export function ClauseLinks({ numbers }) {
  return (
    <>
      {numbers.map((number, at) => (
        <span key={number}>
          {at > 0 && ", "}
          <ClauseLink number={number} />
        </span>
      ))}
    </>
  );
}
