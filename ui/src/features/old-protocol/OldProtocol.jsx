/** @import {Refusal} from "../../api/error-view.js" */
/** @import {ProtocolAsked, ProtocolPreview} from "../../api/types/importing" */
import { useRef, useState } from "preact/hooks";

import { asRefusal } from "../../api/error-view.js";
import {
  addProtocol,
  forgetProtocol,
  lookAtProtocol,
  readProtocolFile,
} from "../../api/old-protocol.js";
import { Button } from "../../components/button/Button.jsx";
import { DropArea } from "../../components/drop-area/DropArea.jsx";
import { Choice } from "../../components/field/Choice.jsx";
import { DateField } from "../../components/field/DateField.jsx";
import { ReadField } from "../../components/field/ReadField.jsx";
import { Note } from "../../components/note/Note.jsx";
import { useKept } from "../../state/kept.js";
import { notify } from "../../state/messages.js";
import { readDateHere } from "../../state/reading.js";
import { allSaved, takeChanges } from "../../state/records.js";
import { undo } from "../../state/steps.js";
import { schoolYearName } from "../../words/dates.js";
import { sentence } from "../../words/sentence.js";
import { Recognised } from "./Recognised.jsx";
import { TextLines } from "./TextLines.jsx";
import "./old-protocol.css";

/**
 * An old protocol from Word: its text beside what was recognised of it. Nothing is kept before «Добавить».
 *
 * @param {{community: string, year: number, replaces: string,
 *   onAdded: (meeting: string, year: number) => void, onClose: () => void}} props `replaces` is the blank meeting that the
 *   protocol takes the place of
 */
export function OldProtocol({ community, year, replaces, onAdded, onClose }) {
  /** @type {ProtocolAsked} */
  const first = { community, year, date: null, number: null, replaces };
  const [asked, setAsked] = useKept(`old protocol asked ${replaces}`, first);
  const [preview, setPreview] = useKept(
    `old protocol ${replaces}`,
    /** @type {ProtocolPreview | null} */ (null),
  );
  const [refusal, setRefusal] = useState(/** @type {Refusal | null} */ (null));
  const [busy, setBusy] = useState(false);
  const turn = useRef(0);

  /**
   * @param {ProtocolAsked} how
   * @param {() => Promise<ProtocolPreview | null>} read
   */
  async function look(how, read) {
    const mine = (turn.current += 1);
    setBusy(true);
    try {
      const next = await read();
      // An older look is of no use.
      if (mine !== turn.current || !next) return;
      setAsked({ ...first, ...how });
      setPreview(next);
      setRefusal(null);
    } catch (thrown) {
      if (mine === turn.current) setRefusal(asRefusal(thrown));
    } finally {
      if (mine === turn.current) setBusy(false);
    }
  }

  /** @param {number | null} dropped */
  const openFile = (dropped) => void look(first, () => readProtocolFile(first, dropped));

  /** @param {Partial<ProtocolAsked>} what */
  function again(what) {
    if (!preview) return;
    const how = { ...asked, ...what };
    void look(how, () => lookAtProtocol(preview.token, how));
  }

  function close() {
    turn.current += 1;
    if (preview) void forgetProtocol(preview.token).catch(() => {});
    setPreview(null);
    setAsked(first);
    onClose();
  }

  async function add() {
    if (!preview) return;
    setBusy(true);
    try {
      await allSaved();
      const changes = await addProtocol(preview.token, asked);
      takeChanges(changes);
      notify({ text: sentence(changes.name), action: "Отменить", act: () => void undo() });
      const meeting = changes.put.find(({ record }) => record.kind === "meeting");
      const of = asked.year;
      close();
      if (meeting) onAdded(meeting.record.record.id, of);
    } catch (thrown) {
      setRefusal(asRefusal(thrown));
      setBusy(false);
    }
  }

  return (
    <div class="page oldp">
      <div class="oldp__head">
        <div class="head">
          <h1 id="meeting-title" tabIndex={-1}>
            Протокол из файла Word
          </h1>
          <div class="head__act">
            <Button onClick={close}>Не добавлять</Button>
            {preview && (
              <Button
                look="main"
                sign="plus"
                disabled={busy || preview.refusal !== null}
                onClick={() => void add()}
              >
                Добавить
              </Button>
            )}
          </div>
        </div>
        <p role="status">
          {preview
            ? "Пока ничего не добавлено: сверьте, что понято, с текстом файла. Исправить можно и после."
            : busy && "Читаем файл…"}
        </p>
      </div>
      {refusal && (
        <Note what={refusal.message} role="alert">
          {refusal.hint}
        </Note>
      )}
      {preview ? (
        <>
          {preview.refusal && <Note what={preview.refusal} role="alert" />}
          <div class="fields">
            <Choice
              id="old-protocol-year"
              span={4}
              label="Учебный год"
              value={String(asked.year)}
              options={[-2, -1, 0, 1]
                .map((step) => year + step)
                .map((of) => ({ value: String(of), label: schoolYearName(of) }))}
              onSave={(of) => again({ year: Number(of) })}
            />
            <DateField
              id="old-protocol-date"
              span={4}
              label="Дата заседания"
              value={preview.recognised.date}
              read={readDateHere}
              onSave={(date) => again({ date })}
            />
            <ReadField
              id="old-protocol-number"
              span={4}
              label="№ протокола"
              value={preview.recognised.number}
              show={String}
              read={readNumber}
              preview={() => ""}
              onSave={(number) => again({ number })}
            />
          </div>
          <div class="two mt-4">
            <TextLines name={preview.name} lines={preview.lines} />
            <Recognised preview={preview} />
          </div>
        </>
      ) : (
        <DropArea onDrop={openFile} disabled={busy}>
          <p class="mt-4">
            Программа прочитает протокол, который уже написан в Word: дату, номер, присутствовавших,
            повестку, что слушали и что решили. Вы увидите текст и рядом то, что в нём понято, и
            только потом добавите. Сам файл останется при заседании.
          </p>
          <p class="mt-4 rowp">
            <Button look="main" sign="documents" disabled={busy} onClick={() => openFile(null)}>
              Открыть файл…
            </Button>
            <span class="small soft">Документ Word (.docx). Можно перетащить его сюда мышью.</span>
          </p>
        </DropArea>
      )}
    </div>
  );
}

/** @param {string} typed */
async function readNumber(typed) {
  const digits = typed.replace(/^\s*№?\s*|\s+$/g, "");
  if (!/^\d{1,4}$/.test(digits)) throw new Error("Введите номер цифрами, например 8.");
  return Number(digits);
}
