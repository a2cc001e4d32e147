/** @import {PackagePaper} from "../../api/types/PackagePaper" */
/** @import {Submission} from "../../api/types/Submission" */
/** @import {SubmittedPaper} from "../../api/types/SubmittedPaper" */
import { useEffect, useRef, useState } from "preact/hooks";

import { newIds } from "../../api/records.js";
import { Button } from "../../components/button/Button.jsx";
import { DateField } from "../../components/field/DateField.jsx";
import { TextField } from "../../components/field/TextField.jsx";
import { Tick } from "../../components/field/Tick.jsx";
import { community, today, year } from "../../state/file.js";
import { tellRefusal } from "../../state/messages.js";
import { readDateHere } from "../../state/reading.js";
import { allOf, oneOf, removeRecord, saveRecord } from "../../state/records.js";
import { longDate, schoolYearName } from "../../words/dates.js";
import { isLeftOut } from "./package-papers.js";

/** @type {[SubmittedPaper, string][]} */
const PAPERS = [
  ["plan", "план"],
  ["report", "отчёт"],
  ["preliminary_plan", "предварительный план на следующий год"],
];

/**
 * «Сдано, дата, вх. №»: what РИМК has taken. Writing a package is not handing over.
 *
 * @param {{chosen: string, papers: PackagePaper[]}} props the record that the address names; what the package
 *   holds
 */
export function Submissions({ chosen, papers }) {
  const [added, setAdded] = useState("");
  const here = allOf("submission")
    .filter((one) => one.school_year === year.value)
    .sort((a, b) => b.date.localeCompare(a.date) || b.id.localeCompare(a.id));

  async function add() {
    const whose = oneOf("community", community.value?.id);
    if (!whose) return;
    try {
      const [id = ""] = await newIds(1);
      saveRecord({ kind: "submission", record: blank(id, whose.id, likelyPapers(papers, here)) });
      setAdded(id);
    } catch (thrown) {
      tellRefusal(thrown);
    }
  }

  return (
    <section class="taken">
      <div class="bar2">
        <h2>Что РИМК уже принял</h2>
        <Button sign="plus" onClick={() => void add()}>
          Отметить: сдано
        </Button>
      </div>
      {here.length === 0 && (
        <p class="mt-2 soft">
          За {schoolYearName(year.value)} пока ничего не отмечено. Отметьте, когда на вашем
          экземпляре описи поставят дату и входящий номер.
        </p>
      )}
      <ul class="taken__list">
        {here.map((one) => (
          <Taken
            key={one.id}
            submission={one}
            fresh={one.id === added}
            chosen={one.id === chosen}
          />
        ))}
      </ul>
    </section>
  );
}

/**
 * What goes and has not been taken before. A plan that РИМК has approved was taken, marked or not.
 *
 * @param {PackagePaper[]} papers
 * @param {Submission[]} before
 * @returns {SubmittedPaper[]}
 */
function likelyPapers(papers, before) {
  const going = papers.filter((one) => !isLeftOut(one.path)).map((one) => one.submits);
  const taken = new Set(before.flatMap((one) => one.papers));
  if (allOf("plan").some((one) => one.school_year === year.value && one.approved)) {
    taken.add("plan");
  }
  return PAPERS.map(([paper]) => paper).filter((one) => going.includes(one) && !taken.has(one));
}

/**
 * @param {string} id
 * @param {string} whose
 * @param {SubmittedPaper[]} papers
 * @returns {Submission}
 */
const blank = (id, whose, papers) => ({
  id,
  community: whose,
  school_year: year.value,
  date: today.value,
  incoming: "",
  papers,
  note: "",
});

/**
 * What РИМК has taken was taken on some day up to today.
 *
 * @param {string} typed
 */
async function readPastDate(typed) {
  const date = await readDateHere(typed);
  if (date && date > today.value) {
    throw new Error(`${longDate(date)} ещё не наступило. Укажите день, когда РИМК принял бумаги.`);
  }
  return date;
}

/** @param {{submission: Submission, fresh: boolean, chosen: boolean}} props */
function Taken({ submission, fresh, chosen }) {
  const box = useRef(/** @type {HTMLLIElement | null} */ (null));
  useEffect(() => {
    if (chosen || fresh) box.current?.scrollIntoView({ block: "nearest" });
    if (fresh) box.current?.querySelector("input")?.focus();
  }, [chosen, fresh]);
  /** @param {Partial<Submission>} change */
  const put = (change) => {
    // What was typed a moment ago in another field of the same record is not overwritten.
    const latest = oneOf("submission", submission.id) ?? submission;
    saveRecord({ kind: "submission", record: { ...latest, ...change } });
  };
  const { papers } = submission;
  return (
    <li ref={box} aria-label={`Сдано ${longDate(submission.date)}`}>
      <div class="fields">
        <DateField
          span={5}
          label="Сдано, дата"
          value={submission.date}
          read={readPastDate}
          required="Укажите, когда РИМК принял бумаги."
          onSave={(date) => date && put({ date })}
        />
        <TextField
          span={4}
          label="Входящий номер РИМК"
          value={submission.incoming}
          onSave={(incoming) => put({ incoming })}
        />
        <TextField
          label="Заметка (необязательно)"
          value={submission.note}
          onSave={(note) => put({ note })}
        />
      </div>
      <fieldset class="taken__papers">
        <legend class="label">Что сдано</legend>
        {PAPERS.map(([paper, words]) => (
          <Tick
            key={paper}
            checked={papers.includes(paper)}
            onChange={(on) =>
              put({
                papers: PAPERS.map(([one]) => one).filter((one) =>
                  one === paper ? on : papers.includes(one),
                ),
              })
            }
          >
            {words}
          </Tick>
        ))}
      </fieldset>
      {papers.length === 0 && <p class="wrong">Отметьте, какие бумаги РИМК принял.</p>}
      <Button look="quiet" flush sign="bin" onClick={() => void removeRecord(submission.id)}>
        Удалить отметку
      </Button>
    </li>
  );
}
