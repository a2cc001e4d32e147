/** @import {Direction} from "../../../api/types/Direction" */
/** @import {Refusal} from "../../../api/refusal.js" */
/** @import {TableAsked} from "../../../api/types/TableAsked" */
/** @import {TablePreview} from "../../../api/types/TablePreview" */
/** @import {ComponentChildren} from "preact" */
/** @import {Pasted} from "./pasted.js" */
import { useEffect, useRef, useState } from "preact/hooks";

import {
  addTableRows,
  forgetTable,
  lookAtTable,
  readTable,
  readTableFile,
} from "../../../api/importing.js";
import { asRefusal } from "../../../api/refusal.js";
import { Button } from "../../../components/button/Button.jsx";
import { DropArea } from "../../../components/drop-area/DropArea.jsx";
import { Note } from "../../../components/note/Note.jsx";
import { tell } from "../../../state/messages.js";
import { allSaved, reload } from "../../../state/records.js";
import { undo } from "../../../state/steps.js";
import { sentence } from "../../../words/sentence.js";
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
  const [asked, setAsked] = useState(first);
  const [looked, setLooked] = useState(
    /** @type {{preview: TablePreview, ticked: ReadonlySet<number>} | null} */ (null),
  );
  const [refusal, setRefusal] = useState(/** @type {Refusal | null} */ (null));
  const [busy, setBusy] = useState(false);
  const now = useRef({ turn: 0, token: /** @type {number | null} */ (null) });

  /**
   * @param {TableAsked} how
   * @param {() => Promise<TablePreview | null>} read
   */
  async function look(how, read) {
    const turn = (now.current.turn += 1);
    setBusy(true);
    try {
      const preview = await read();
      // An older look, or a screen that was left, is of no use.
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
    if (pasted) paste(pasted);
    const stop = onPaste(paste);
    const left = now.current;
    return () => {
      stop();
      left.turn += 1;
      if (left.token !== null) void forgetTable(left.token).catch(() => {});
    };
  }, []);

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
      const { name } = await addTableRows(looked.preview.token, asked, rows);
      await reload();
      tell({ text: sentence(name), action: "Отменить", act: () => void undo() });
      onClose();
    } catch (thrown) {
      setRefusal(asRefusal(thrown));
      setBusy(false);
    }
  }
  const count = looked?.ticked.size ?? 0;
  return (
    <div class="page">
      <div class="head">
        <div>
          <h1>{title}</h1>
          <p role="status">
            {looked
              ? `Пока ничего не добавлено: ${found(looked.preview)}.`
              : busy && "Читаем таблицу…"}
          </p>
        </div>
        <div class="head__act">
          <Button onClick={onClose}>Не добавлять</Button>
          {looked && (
            <Button
              look="main"
              sign="plus"
              disabled={busy || count === 0}
              onClick={() => void add()}
            >
              {addWords(first.kind, count)}
            </Button>
          )}
        </div>
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
            <span class="small soft">Excel (.xlsx) или CSV. Можно перетащить его сюда мышью.</span>
          </p>
        </DropArea>
      )}
    </div>
  );
}
