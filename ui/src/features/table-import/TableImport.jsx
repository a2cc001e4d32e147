/** @import {Direction} from "../../api/types/records" */
/** @import {Refusal} from "../../api/error-view.js" */
/** @import {TableAsked, TablePreview} from "../../api/types/importing" */
/** @import {ComponentChildren} from "preact" */
/** @import {Pasted} from "./pasted.js" */
import { useEffect, useRef, useState } from "preact/hooks";

import {
  addTableRows,
  forgetTable,
  lookAtTable,
  readTable,
  readTableFile,
} from "../../api/importing.js";
import { asRefusal } from "../../api/error-view.js";
import { Button } from "../../components/button/Button.jsx";
import { DropArea } from "../../components/drop-area/DropArea.jsx";
import { Note } from "../../components/note/Note.jsx";
import { useKept } from "../../state/kept.js";
import { notify } from "../../state/messages.js";
import { allSaved, takeChanges } from "../../state/records.js";
import { undo } from "../../state/steps.js";
import { sentence } from "../../words/sentence.js";
import { addWords, found, tickedIn } from "./columns.js";
import { onPaste } from "./pasted.js";
import { Preview } from "./Preview.jsx";
import "./table-import.css";

/**
 * A table from Word, LibreOffice or Excel, looked at before anything of it is added.
 *
 * @param {{asked: TableAsked, pasted: Pasted | null, title: string, children: ComponentChildren,
 *   directions?: {value: Direction, label: string}[], onClose: () => void}} props `pasted` where it came by
 *   Ctrl+V; `children` say what the table should hold; `directions` that a row may be given
 */
export function TableImport({ asked: first, pasted, title, children, directions = [], onClose }) {
  const kept = `${first.kind} ${first.community} ${first.year}`;
  // Whoever looks something up in another room finds the table again with all that was chosen in it.
  const [asked, setAsked] = useKept(`table asked ${kept}`, first);
  const [looked, setLooked] = useKept(
    `table ${kept}`,
    /** @type {{preview: TablePreview, ticked: ReadonlySet<number>} | null} */ (null),
  );
  const [refusal, setRefusal] = useState(/** @type {Refusal | null} */ (null));
  const [busy, setBusy] = useState(false);
  const now = useRef({ turn: 0, token: looked?.preview.token ?? null });

  /**
   * @param {TableAsked} how
   * @param {() => Promise<TablePreview | null>} read
   */
  async function look(how, read) {
    const turn = (now.current.turn += 1);
    setBusy(true);
    try {
      const preview = await read();
      // An older look, or one that was closed, is of no use.
      if (turn !== now.current.turn) return;
      if (preview) {
        if (now.current.token !== null && now.current.token !== preview.token) {
          void forgetTable(now.current.token).catch(() => {});
        }
        now.current.token = preview.token;
        setAsked(how);
        setLooked((before) => ({ preview, ticked: tickedIn(preview, before) }));
        setRefusal(null);
      }
    } catch (thrown) {
      if (turn === now.current.turn) setRefusal(asRefusal(thrown));
    } finally {
      if (turn === now.current.turn) setBusy(false);
    }
  }

  /** @param {Pasted} what */
  const paste = (what) => void look(first, () => readTable(first, what.text, what.html));
  /** @param {number | null} dropped */
  const openFile = (dropped) => void look(first, () => readTableFile(first, dropped));
  useEffect(() => {
    // Who was missing may have been written into the roster meanwhile.
    if (looked) again({});
    else if (pasted) paste(pasted);
    return onPaste(paste);
  }, []);

  /** The table is not needed any more. */
  function close() {
    const { token } = now.current;
    now.current.turn += 1;
    if (token !== null) void forgetTable(token).catch(() => {});
    setLooked(null);
    setAsked(first);
    onClose();
  }

  /** @param {Partial<TableAsked>} what */
  function again(what) {
    const { token } = now.current;
    const how = { ...asked, ...what };
    if (token !== null) void look(how, () => lookAtTable(token, how));
  }

  async function add() {
    if (!looked) return;
    setBusy(true);
    try {
      await allSaved();
      const rows = [...looked.ticked].sort((a, b) => a - b);
      const changes = await addTableRows(looked.preview.token, asked, rows);
      takeChanges(changes);
      notify({ text: sentence(changes.name), action: "Отменить", act: () => void undo() });
      close();
    } catch (thrown) {
      setRefusal(asRefusal(thrown));
      setBusy(false);
    }
  }
  const count = looked?.ticked.size ?? 0;
  const meetings =
    count > 0 &&
    (looked?.preview.rows ?? []).every((row) => row.meeting || !looked?.ticked.has(row.row));
  return (
    <div class="page">
      <div class="tabin__head">
        <div class="head">
          <h1>{title}</h1>
          <div class="head__act">
            <Button onClick={close}>Не добавлять</Button>
            {looked && (
              <Button
                look="main"
                sign="plus"
                disabled={busy || count === 0}
                onClick={() => void add()}
              >
                {addWords(first.kind, count, meetings)}
              </Button>
            )}
          </div>
        </div>
        <p role="status">
          {looked
            ? `Пока ничего не добавлено: ${found(looked.preview)}.`
            : busy && "Читаем таблицу…"}
        </p>
      </div>
      {refusal && (
        <Note what={refusal.message} role="alert">
          {refusal.hint}
        </Note>
      )}
      {looked ? (
        <Preview
          asked={asked}
          preview={looked.preview}
          ticked={looked.ticked}
          directions={directions}
          onTicked={(ticked) => setLooked({ ...looked, ticked })}
          onAsk={again}
        />
      ) : (
        <DropArea onDrop={openFile} disabled={busy}>
          <ol class="mt-4 tabin__how">
            <li>Откройте таблицу в Word, LibreOffice или Excel и выделите её.</li>
            <li>
              Скопируйте: <kbd>Ctrl</kbd>+<kbd>C</kbd>.
            </li>
            <li>
              Вернитесь сюда и нажмите <kbd>Ctrl</kbd>+<kbd>V</kbd>.
            </li>
          </ol>
          {children}
          <p class="mt-4 rowp">
            <Button sign="documents" disabled={busy} onClick={() => openFile(null)}>
              Открыть файл…
            </Button>
            <span class="small soft">
              Word (.docx), Excel, LibreOffice или CSV. Можно перетащить его сюда мышью.
            </span>
          </p>
        </DropArea>
      )}
    </div>
  );
}
