/** @import {ExportLine} from "../../api/types/views" */
import { useEffect, useState } from "preact/hooks";

import { exports } from "../../api/exports.js";
import { Button } from "../../components/button/Button.jsx";
import { community, today, year } from "../../state/file.js";
import { notifyError } from "../../state/messages.js";
import { commits } from "../../state/records.js";
import { print } from "../paper-beside/PaperBeside.jsx";
import "./exports.css";

/** So many lines are shown until the person asks for more. */
const FIRST = 10;

/**
 * The journal of what was given out: papers that were saved or printed, packages, copies of the data.
 */
export function Exports() {
  const [lines, setLines] = useState(/** @type {ExportLine[] | null} */ (null));
  const [all, setAll] = useState(false);
  const version = commits.value;
  useEffect(() => {
    exports().then(setLines, notifyError);
  }, [version]);
  const shown = all ? lines : lines?.slice(0, FIRST);
  const whose = community.value?.id ?? "";
  return (
    <>
      <p class="hint">
        Что сохранено, напечатано и передано из программы, когда и куда. Записи появляются сами.
      </p>
      {lines?.length === 0 && <p class="mt-2">Пока ничего.</p>}
      {shown && shown.length > 0 && (
        <table class="exports mt-2">
          <thead>
            <tr>
              <th scope="col">Когда</th>
              <th scope="col">Что</th>
              <th scope="col">Куда</th>
              <th scope="col">Персональные данные</th>
            </tr>
          </thead>
          <tbody>
            {shown.map(({ at, what, place, personal }, index) => (
              <tr key={index}>
                <td class="nb">{at}</td>
                <td>{what}</td>
                <td>{place}</td>
                <td>{personal ? "есть" : "нет"}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p class="mt-2 rowp">
        {lines && lines.length > FIRST && !all && (
          <Button onClick={() => setAll(true)}>Показать все записи</Button>
        )}
        {lines && lines.length > 0 && (
          <Button
            sign="print"
            onClick={() =>
              void print({ community: whose, kind: "exports", year: year.value, on: today.value })
            }
          >
            Напечатать журнал
          </Button>
        )}
      </p>
    </>
  );
}
