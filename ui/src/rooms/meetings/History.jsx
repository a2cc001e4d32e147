/** @import {Edition} from "../../api/types/views" */
/** @import {Meeting} from "../../api/types/records" */
/** @import {Refusal} from "../../api/error-view.js" */
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

/** As many as are looked through at once. */
const SHOWN = 20;

/**
 * What was changed in a meeting and when, in sentences; any earlier text can be brought back. It is asked for
 * only while it lies open.
 *
 * @param {{meeting: Meeting}} props
 */
export function History({ meeting }) {
  const [open, setOpen] = useState(false);
  return (
    <details
      class="meet__more meet__history"
      onToggle={(event) => {
        if (event.target === event.currentTarget) setOpen(event.currentTarget.open);
      }}
    >
      <summary id="meeting-history">
        <b>История изменений</b>
        <Icon sign="down" />
      </summary>
      {open && <Editions meeting={meeting} />}
    </details>
  );
}

/** @param {{meeting: Meeting}} props */
function Editions({ meeting }) {
  const { id } = meeting;
  const [editions, setEditions] = useState(/** @type {Edition[] | null} */ (null));
  const [refusal, setRefusal] = useState(/** @type {Refusal | null} */ (null));
  const [most, setMost] = useState(SHOWN);
  const version = commits.value;
  useEffect(() => {
    let left = false;
    fetchHistory(id).then(
      (found) => {
        if (left) return;
        setEditions(found);
        setRefusal(null);
      },
      (thrown) => left || setRefusal(asRefusal(thrown)),
    );
    return () => {
      left = true;
    };
  }, [id, version]);

  if (refusal)
    return (
      <Note what={refusal.message} role="status">
        {refusal.hint}
      </Note>
    );
  if (!editions) return <p class="soft">История читается…</p>;
  const signed = Boolean(meeting.protocol?.signed);
  return (
    <>
      {signed && (
        <p class="hint">
          Протокол подписан. Чтобы вернуть прежний текст, снимите отметку «Подписан».
        </p>
      )}
      <ol class="meet__editions">
        {editions.slice(0, most).map((one) => (
          <li key={one.operation}>
            <p>
              <b>{one.at}</b>
              <span class="soft">
                {" "}
                {one.name}
                {one.undone && " (отменено)"}
                {one.current && " (этот текст сейчас)"}
              </span>
            </p>
            {one.differences.length > 0 && (
              <ul>
                {one.differences.map((said, at) => (
                  <li key={at}>{said}</li>
                ))}
              </ul>
            )}
            {one.has_text && !one.current && !signed && (
              <Back meeting={id} operation={one.operation} at={one.at} />
            )}
            {one.earlier.length > 0 && <Earlier meeting={id} edition={one} signed={signed} />}
          </li>
        ))}
      </ol>
      {editions.length > most && (
        <Button look="quiet" flush onClick={() => setMost(most + SHOWN)}>
          Показать раньше
        </Button>
      )}
    </>
  );
}

/**
 * A field that was written in several goes is told as one change; the goes are looked at by who wants an earlier text.
 *
 * @param {{meeting: string, edition: Edition, signed: boolean}} props
 */
function Earlier({ meeting, edition, signed }) {
  const { earlier } = edition;
  return (
    <details class="meet__goes">
      <summary>
        Записано в{NBSP}
        {counted(earlier.length + 1, "приём", "приёма", "приёмов")}
        <Icon sign="down" small />
      </summary>
      <ol class="meet__editions">
        {earlier.map((one) => (
          <li key={one.operation}>
            <p>
              <b>{one.at}</b>
            </p>
            <ul>
              {one.differences.map((said, at) => (
                <li key={at}>{said}</li>
              ))}
            </ul>
            {!signed && <Back meeting={meeting} operation={one.operation} at={one.at} />}
          </li>
        ))}
      </ol>
    </details>
  );
}

/** @param {{meeting: string, operation: string, at: string}} props */
function Back({ meeting, operation, at }) {
  return (
    <Button
      look="quiet"
      sign="undo"
      flush
      onClick={() => {
        flushFields();
        void actOn(meeting, (seen) => bringBack(meeting, operation, seen));
        document.getElementById("meeting-history")?.focus();
      }}
    >
      <span>
        Вернуть этот текст<span class="hidden">: {at}</span>
      </span>
    </Button>
  );
}
