/** @import {Refusal} from "../../api/error-view.js" */
/** @import {Act} from "./joined.js" */
import { useEffect, useState } from "preact/hooks";

import { bringBack, fetchHistory } from "../../api/history.js";
import { asRefusal } from "../../api/error-view.js";
import { Button } from "../../components/button/Button.jsx";
import { flushFields } from "../../components/field/unsaved.js";
import { Icon } from "../../components/icon/Icon.jsx";
import { Note } from "../../components/note/Note.jsx";
import { actOn, commits } from "../../state/records.js";
import { NBSP } from "../../words/dates.js";
import { counted } from "../../words/numbers.js";
import { joined } from "./joined.js";
import "./history.css";

/** As many as are looked through at once. */
const SHOWN = 20;

/**
 * What was changed in a record and when, in sentences; how it was then can be brought back. It is asked for only while
 * it lies open.
 *
 * @param {{of: string | string[], fixed?: string}} props `of` is the record, or several that are one thing for the
 *   reader (a person and the memberships); `fixed` says why nothing may be brought back now
 */
export function History({ of, fixed = "" }) {
  const [open, setOpen] = useState(false);
  const ids = typeof of === "string" ? [of] : of;
  const summary = `history-${ids[0]}`;
  return (
    <details
      class="history"
      onToggle={(event) => {
        if (event.target === event.currentTarget) setOpen(event.currentTarget.open);
      }}
    >
      <summary id={summary}>
        Что менялось
        <Icon sign="down" small />
      </summary>
      {open && <Acts ids={ids} summary={summary} fixed={fixed} />}
    </details>
  );
}

/** @param {{ids: string[], summary: string, fixed: string}} props */
function Acts({ ids, summary, fixed }) {
  const [acts, setActs] = useState(/** @type {Act[] | null} */ (null));
  const [refusal, setRefusal] = useState(/** @type {Refusal | null} */ (null));
  const [most, setMost] = useState(SHOWN);
  const version = commits.value;
  useEffect(() => {
    let left = false;
    Promise.all(ids.map(fetchHistory)).then(
      (histories) => {
        if (left) return;
        setActs(joined(ids, histories));
        setRefusal(null);
      },
      (thrown) => left || setRefusal(asRefusal(thrown)),
    );
    return () => {
      left = true;
    };
  }, [ids.join(), version]);

  if (refusal)
    return (
      <Note what={refusal.message} role="status">
        {refusal.hint}
      </Note>
    );
  if (!acts) return <p class="soft">История читается…</p>;
  return (
    <>
      {fixed && <p class="hint">{fixed}</p>}
      <ol class="history__acts">
        {acts.slice(0, most).map((act) => (
          <li key={act.operation}>
            <p>
              <b>{act.at}</b>
              <span class="soft">
                {" "}
                {act.name}
                {act.undone && " (отменено)"}
                {act.current && " (так и сейчас)"}
              </span>
            </p>
            <Sentences of={act.differences} />
            {act.record && !fixed && (
              <Back record={act.record} operation={act.operation} at={act.at} summary={summary} />
            )}
            {act.earlier.length > 0 && <Earlier act={act} summary={summary} fixed={fixed} />}
          </li>
        ))}
      </ol>
      {acts.length > most && (
        <Button look="quiet" flush onClick={() => setMost(most + SHOWN)}>
          Показать раньше
        </Button>
      )}
    </>
  );
}

/** @param {{of: string[]}} props */
function Sentences({ of }) {
  if (of.length === 0) return null;
  return (
    <ul>
      {of.map((sentence, at) => (
        <li key={at}>{sentence}</li>
      ))}
    </ul>
  );
}

/**
 * A field that was written in several goes is told as one change; the goes are looked at by who wants an earlier text.
 *
 * @param {{act: Act, summary: string, fixed: string}} props
 */
function Earlier({ act, summary, fixed }) {
  return (
    <details class="history__goes">
      <summary>
        Записано в{NBSP}
        {counted(act.earlier.length + 1, "приём", "приёма", "приёмов")}
        <Icon sign="down" small />
      </summary>
      <ol class="history__acts">
        {act.earlier.map(({ record, operation, at, differences }) => (
          <li key={operation}>
            <p>
              <b>{at}</b>
            </p>
            <Sentences of={differences} />
            {!fixed && <Back record={record} operation={operation} at={at} summary={summary} />}
          </li>
        ))}
      </ol>
    </details>
  );
}

/** @param {{record: string, operation: string, at: string, summary: string}} props */
function Back({ record, operation, at, summary }) {
  return (
    <Button
      look="quiet"
      sign="undo"
      flush
      onClick={() => {
        flushFields();
        void actOn(record, (seen) => bringBack(record, operation, seen));
        document.getElementById(summary)?.focus();
      }}
    >
      <span>
        Вернуть, как было тогда<span class="hidden">: {at}</span>
      </span>
    </Button>
  );
}
