/** @import {Submission, SubmittedPaper} from "../../api/types/records" */
import { useEffect, useRef, useState } from "preact/hooks";

import { newIds } from "../../api/records.js";
import { submit } from "../../api/submission.js";
import { Button } from "../../components/button/Button.jsx";
import { DateField } from "../../components/field/DateField.jsx";
import { TextField } from "../../components/field/TextField.jsx";
import { takeFields } from "../../components/field/unsaved.js";
import { today } from "../../state/file.js";
import { doAndSay } from "../../state/records.js";
import { readPastDate } from "./read-past-date.js";
import { PaperTicks } from "./PaperTicks.jsx";
import { newMark } from "./papers.js";
import "./submitting.css";

/**
 * «Сдано»: the day comes first, since the text of each paper is kept as it stood on that day. Nothing is marked
 * before the button.
 *
 * @param {{community: string, year: number, papers: SubmittedPaper[], fixed?: boolean, act: string,
 *   onClose: () => void}} props `papers` are ticked beforehand; `fixed` where nothing else can be meant
 */
export function NewMark({ community, year, papers, fixed = false, act, onClose }) {
  const [mark, setMark] = useState(() => newMark("", community, year, today.value, papers));
  const [told, setTold] = useState("");
  const [busy, setBusy] = useState(false);
  const latest = useRef(mark);
  const box = useRef(/** @type {HTMLFormElement | null} */ (null));
  useEffect(() => {
    box.current?.scrollIntoView({ block: "nearest" });
    box.current?.querySelector("input")?.focus();
  }, []);

  /** @param {Partial<Submission>} change */
  function put(change) {
    // What another field told a moment ago is not drawn yet.
    latest.current = { ...latest.current, ...change };
    setMark(latest.current);
    setTold("");
  }

  async function finish() {
    if (busy || !(await takeFields(box.current))) return;
    if (latest.current.papers.length === 0) {
      setTold("Отметьте, какие бумаги РИМК принял.");
      return;
    }
    setBusy(true);
    const done = await doAndSay(async () => {
      const [id = ""] = await newIds(1);
      return submit({ ...latest.current, id }, null);
    });
    setBusy(false);
    if (done) onClose();
  }

  return (
    <form
      class="mt-3 new-mark"
      ref={box}
      aria-label="Новая отметка о сдаче"
      onSubmit={(event) => {
        event.preventDefault();
        void finish();
      }}
    >
      <div class="fields">
        <DateField
          span={6}
          label="Сдано, дата"
          value={mark.date}
          read={readPastDate}
          required="Укажите, когда РИМК принял бумаги."
          onSave={(date) => date && put({ date })}
        />
        <TextField
          span={6}
          plain
          label="Входящий номер РИМК"
          value={mark.incoming}
          onSave={(incoming) => put({ incoming })}
        />
      </div>
      {!fixed && <PaperTicks papers={mark.papers} onChange={(papers) => put({ papers })} />}
      {told && (
        <p class="wrong" role="alert">
          {told}
        </p>
      )}
      <p class="mt-2 soft">
        Текст бумаг сохранится таким, каким он был в этот день: позднейшие правки записей его не
        изменят.
      </p>
      <p class="mt-3 rowp">
        <Button submit disabled={busy}>
          {act}
        </Button>
        <Button look="quiet" onClick={onClose}>
          Не отмечать
        </Button>
      </p>
    </form>
  );
}
