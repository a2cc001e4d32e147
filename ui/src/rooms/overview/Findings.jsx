/** @import {FindingView} from "../../api/types/views" */
/** @import {Overview} from "../../api/types/findings" */
import { KINDS } from "../../api/types/kinds.js";
import { ButtonLink } from "../../components/button/Button.jsx";
import { Note } from "../../components/note/Note.jsx";
import { today } from "../../state/file.js";
import { linkTo } from "../../state/route.js";
import { ClauseLink } from "../../features/clauses/ClauseLink.jsx";
import { ORDER_FOR_ALL } from "../../features/order-for-all/address.js";

/**
 * Findings of one level: what is to be done now, or advice. What only says that a deadline comes near stands
 * with that deadline.
 *
 * @param {{seen: Overview, level: "now" | "advice"}} props
 */
export function Findings({ seen, level }) {
  const shown = seen.findings.filter(
    (one) => !belongsToDeadline(one, seen) && (one.severity === "info") === (level === "advice"),
  );
  if (shown.length === 0) return null;
  const id = `findings-${level}`;
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{level === "now" ? "Что сделать сейчас" : "Советы"}</h2>
      {shown.map((one, at) => (
        <Note
          key={one.act ?? `${at} ${one.message}`}
          tone={one.severity === "error" ? "wrong" : "look"}
          what={one.message}
          clause={restsOn(one)}
        >
          {one.hint}
          <FindingLink finding={one} />
        </Note>
      ))}
    </section>
  );
}

/** @param {{finding: FindingView}} props */
export function FindingLink({ finding }) {
  const forAll = finding.act && ORDER_FOR_ALL[finding.act];
  if (forAll) {
    return (
      <div>
        <ButtonLink look="quiet" flush signAfter sign="arrow" href={forAll}>
          {finding.of.length > 1 ? "Внести приказ для всех" : "Внести приказ"}
        </ButtonLink>
      </div>
    );
  }
  const address = linkTo(finding.kind, finding.id);
  if (!finding.kind || !address) return null;
  return (
    <div>
      <ButtonLink look="quiet" flush signAfter sign="arrow" href={address}>
        Открыть {KINDS[finding.kind].words.opens}
      </ButtonLink>
    </div>
  );
}

/**
 * Whether a finding repeats, as a reminder, a deadline that is listed anyway.
 *
 * @param {FindingView} finding
 * @param {Overview} seen
 */
export function belongsToDeadline(finding, seen) {
  return (
    finding.severity === "info" &&
    seen.deadlines.some(
      (one) => !one.met && one.date >= today.value && one.clause === finding.clause,
    )
  );
}

/** @param {FindingView} finding */
function restsOn({ basis, clause }) {
  if (clause) return <ClauseLink number={clause} />;
  // «Совет» stands in the heading of its notes already.
  return basis === "делопроизводство" ? "по правилам делопроизводства" : null;
}
