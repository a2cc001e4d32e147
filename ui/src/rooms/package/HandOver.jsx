/** @import {Route} from "../../state/route.js" */
import { useEffect } from "preact/hooks";

import { chooseYear, community, year } from "../../state/file.js";
import { oneOf } from "../../state/records.js";
import { Prepare } from "./Prepare.jsx";
import { Submissions } from "./Submissions.jsx";
import { usePackagePapers } from "./package-papers.js";
import { Writing } from "./Writing.jsx";
import { Written } from "./Written.jsx";
import { backToPreparing, work } from "./work.js";
import "./hand-over.css";

const STEPS = /** @type {const} */ ([
  ["prepare", "Собрать и проверить"],
  ["writing", "Записать"],
  ["written", "Готово"],
]);

/**
 * Papers of the year carried to РИМК: what goes, is it in order, writing, and the mark that it was taken.
 *
 * @param {{route: Route}} props
 */
export function HandOver({ route }) {
  const now = work.value;
  const { papers, token, refusal: unlisted } = usePackagePapers();
  const wanted = oneOf("submission", route.id)?.school_year;
  useEffect(() => {
    // A hit of the search may be of another year: the year on top follows it.
    if (wanted !== undefined && wanted !== year.value) chooseYear(wanted);
  }, [route.id]);

  // What was written for another year or another community is not done for this one.
  const foreign =
    now.step === "written" &&
    (now.of.year !== year.value || now.of.community !== community.value?.id);
  useEffect(() => {
    if (foreign) backToPreparing();
  }, [foreign]);

  return (
    <div class="page">
      <h1>{headingOf(now)}</h1>
      <ol class="way" aria-label="Шаги передачи">
        {STEPS.map(([step, title], at) => (
          <li key={step} aria-current={step === now.step ? "step" : undefined}>
            <span class="way__number">{at + 1}</span>
            {title}
          </li>
        ))}
      </ol>
      {now.step === "prepare" && (
        <Prepare papers={papers} token={token} unlisted={unlisted} refusal={now.refusal} />
      )}
      {now.step === "writing" && <Writing {...now} />}
      {now.step === "written" && <Written {...now} />}
      {now.step !== "writing" && <Submissions chosen={route.id} />}
    </div>
  );
}

/** @param {typeof work.value} now */
function headingOf(now) {
  if (now.step === "prepare") return "Передача в РИМК";
  const { zip, stick } = now;
  if (now.step === "writing") {
    if (stick) return "Не вынимайте флешку";
    return zip ? "Собираем файл для письма" : "Записываем. Если это флешка, не вынимайте её";
  }
  // Where the program cannot tell a stick from a folder it does not claim that there is one.
  if (zip) return stick ? "Файл для письма готов, флешку можно вынимать" : "Файл для письма готов";
  return stick ? "Флешку можно вынимать" : "Записано. Если это флешка, её можно вынимать";
}
