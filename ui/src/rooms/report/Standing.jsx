/** @import {ReportChange} from "../../api/types/figures" */
/** @import {ReportStanding} from "../../api/types/views" */
/** @import {Submission} from "../../api/types/records" */
import { reopenReport } from "../../api/submission.js";
import { Button } from "../../components/button/Button.jsx";
import { Note } from "../../components/note/Note.jsx";
import { actOn, oneOf } from "../../state/records.js";
import { href } from "../../state/route.js";
import { NBSP, longDate } from "../../words/dates.js";
import { SECTIONS } from "./sections.js";

/**
 * How the report stands to what was handed over: it is that paper, or a new version of it, and what is other now.
 *
 * @param {{standing: ReportStanding}} props
 */
export function Standing({ standing }) {
  const mark = oneOf("submission", standing.submission);
  if (!mark) return null;
  return standing.in_force ? (
    <InForce mark={mark} changes={standing.changes} />
  ) : (
    <NewVersion mark={mark} changes={standing.changes} />
  );
}

/** «28 августа 2026 г., вх. № 31». @param {Submission} mark */
const when = ({ date, incoming }) =>
  longDate(date) +
  (incoming ? `, вх.${NBSP}№${NBSP}${incoming.replace(/^вх\.\s*№?\s*/i, "")}` : "");

/** A day ends in a full stop of its own. @param {string} words */
const stopped = (words) => (words.endsWith(".") ? words : `${words}.`);

/** @param {{mark: Submission, changes: ReportChange[]}} props */
function InForce({ mark, changes }) {
  return (
    <Note
      tone="good"
      what={`Отчёт сдан ${stopped(when(mark))} Он показан таким, как сдан.`}
      role="status"
    >
      <p>Правки записей и текста его уже не меняют.</p>
      {changes.length > 0 && (
        <details class="fold mt-2">
          <summary>После сдачи записи изменились: {changes.length}</summary>
          <Changes changes={changes} />
        </details>
      )}
      <p class="mt-2">
        <Button
          look="quiet"
          flush
          sign="pencil"
          onClick={() => void actOn(mark.id, (seen) => reopenReport(mark.id, true, seen))}
        >
          Составить новую редакцию
        </Button>
      </p>
    </Note>
  );
}

/** @param {{mark: Submission, changes: ReportChange[]}} props */
function NewVersion({ mark, changes }) {
  const { returned } = mark;
  const shown = href("report", "year", mark.id);
  return (
    <Note
      tone="look"
      what={
        returned
          ? `РИМК вернул отчёт${returned.date ? ` ${longDate(returned.date)}` : ""} с${NBSP}замечаниями.`
          : "Составляется новая редакция отчёта."
      }
      role="status"
    >
      {returned?.remarks && <p class="standing__remarks">{returned.remarks}</p>}
      <p>
        Прежний, сданный {when(mark)}, сохранён: <a href={shown}>показать</a>. Когда сдадите новый,
        отметьте это в <a href={href("handing-over")}>передаче в{NBSP}РИМК</a>.
      </p>
      {changes.length > 0 ? (
        <>
          <p class="mt-2">
            <b>Чем отличается от сданного:</b>
          </p>
          <Changes changes={changes} />
        </>
      ) : (
        <p class="mt-2">Пока от сданного ничем не отличается.</p>
      )}
      {!returned && (
        <p class="mt-2">
          <Button
            look="quiet"
            flush
            sign="undo"
            onClick={() => void actOn(mark.id, (seen) => reopenReport(mark.id, false, seen))}
          >
            Вернуться к сданному
          </Button>
        </p>
      )}
    </Note>
  );
}

/** @param {ReportChange["section"]} section */
const titleOf = (section) => SECTIONS.find((one) => one.id === section)?.title ?? "Титул";

/** @param {{changes: ReportChange[]}} props */
function Changes({ changes }) {
  const sections = [...new Set(changes.map((change) => change.section))];
  return (
    <dl class="standing">
      {sections.map((section) => (
        <div key={section}>
          <dt>{titleOf(section)}</dt>
          <dd>
            <ul>
              {changes
                .filter((change) => change.section === section)
                .map(({ words }) => (
                  <li key={words}>{words}</li>
                ))}
            </ul>
          </dd>
        </div>
      ))}
    </dl>
  );
}
