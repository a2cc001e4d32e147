/** @import {Meeting} from "../../api/types/records" */
/** @import {ScanPart} from "../../api/types/views" */
import { useEffect, useState } from "preact/hooks";

import { addScans, attachScans, changeScans, fetchScans } from "../../api/scans.js";
import { Button } from "../../components/button/Button.jsx";
import { DropArea } from "../../components/drop-area/DropArea.jsx";
import { Note } from "../../components/note/Note.jsx";
import { notifyError } from "../../state/messages.js";
import { allOf } from "../../state/records.js";
import { counted } from "../../words/numbers.js";
import { focusField } from "../../components/field/focus-field.js";
import { attachAndTell } from "../files/acts.js";
import { FileList } from "../files/FileList.jsx";
import { ScanSheet, sheetButton } from "./ScanSheet.jsx";
import "./scans.css";

/**
 * The signed protocol as photographs or a PDF: chosen or dropped, turned, put in order, attached as one file.
 * The sheets themselves wait in the program, so that another meeting may be looked at meanwhile.
 *
 * @param {{meeting: Meeting}} props
 */
export function SignedScans({ meeting }) {
  const [parts, setParts] = useState(/** @type {ScanPart[]} */ ([]));
  const [refused, setRefused] = useState(/** @type {string[]} */ ([]));
  const [busy, setBusy] = useState(/** @type {"" | "reading" | "binding"} */ (""));
  const [said, setSaid] = useState("");
  const kept = allOf("attachment").filter(
    (one) => one.belongs_to === meeting.id && one.role === "signed_scan",
  );
  const add = `scans-add-${meeting.id}`;

  useEffect(() => {
    let left = false;
    fetchScans(meeting.id).then((waiting) => left || setParts(waiting), notifyError);
    return () => {
      left = true;
    };
  }, [meeting.id]);

  /** @param {number | null} dropped */
  async function choose(dropped) {
    setBusy("reading");
    try {
      const answer = await addScans(meeting.id, dropped);
      setParts(answer.parts);
      setRefused(answer.refused);
      setSaid(answer.parts.length > 0 ? `Листов: ${sheets(answer.parts)}` : "");
    } catch (thrown) {
      notifyError(thrown);
    }
    setBusy("");
  }

  /**
   * @param {"turn" | "earlier" | "later" | "remove"} act
   * @param {number} token
   */
  async function change(act, token) {
    try {
      const at = parts.findIndex((part) => part.token === token);
      const next = await changeScans(
        meeting.id,
        /** @type {import("../../api/types/commands").ScanChange} */ ({ [act]: token }),
      );
      setParts(next);
      const now = next.findIndex((type) => type.token === token);
      if (act === "remove") {
        const beside = next[Math.min(at, next.length - 1)];
        focusField(beside ? sheetButton("remove", beside.token) : add);
        setSaid("Лист убран");
      } else if (act === "turn") setSaid("Лист повёрнут");
      else {
        // At either end the pressed button rests, so its neighbour takes the focus.
        const end = act === "earlier" ? now === 0 : now === next.length - 1;
        focusField(sheetButton(end ? (act === "earlier" ? "later" : "earlier") : act, token));
        setSaid(`Теперь ${now + 1}-й из ${next.length}`);
      }
    } catch (thrown) {
      notifyError(thrown);
    }
  }

  async function attach() {
    setBusy("binding");
    if (await attachAndTell(() => attachScans(meeting.id))) {
      setParts([]);
      setRefused([]);
      setSaid("");
      focusField(add);
    }
    setBusy("");
  }

  async function removeAll() {
    try {
      setParts(await changeScans(meeting.id, "remove_all"));
      setRefused([]);
      focusField(add);
    } catch (thrown) {
      notifyError(thrown);
    }
  }

  return (
    <section class="scans">
      <DropArea disabled={busy !== ""} onDrop={(token) => void choose(token)}>
        <h2>Скан подписанного протокола</h2>
        <FileList files={kept} next={add} />
        {parts.length > 0 && (
          <ol class="scans__sheets">
            {parts.map((part, at) => (
              <ScanSheet
                key={part.token}
                meeting={meeting.id}
                part={part}
                at={at}
                of={parts.length}
                disabled={busy !== ""}
                onChange={(act) => void change(act, part.token)}
              />
            ))}
          </ol>
        )}
        {refused.length > 0 && (
          <div class="mt-3">
            <Note tone="wrong" role="alert" what="Не всё удалось добавить">
              {refused.map((one) => (
                <p key={one}>{one}</p>
              ))}
            </Note>
          </div>
        )}
        <div class="mt-3 rowp scans__acts">
          {parts.length > 0 && (
            <Button sign="check" disabled={busy !== ""} onClick={() => void attach()}>
              {`Приложить скан, ${counted(sheets(parts), "лист", "листа", "листов")}`}
            </Button>
          )}
          <Button id={add} sign="plus" disabled={busy !== ""} onClick={() => void choose(null)}>
            {parts.length > 0 ? "Добавить ещё" : "Приложить скан или фото подписанного"}
          </Button>
          {parts.length > 0 && (
            <Button look="quiet" disabled={busy !== ""} onClick={() => void removeAll()}>
              Не прикладывать
            </Button>
          )}
        </div>
        <p class="small soft mt-1">
          {busy === "reading" && "Файлы читаются…"}
          {busy === "binding" && "Листы собираются в один файл…"}
          {!busy &&
            (parts.length > 0
              ? "Проверьте порядок листов и поверните те, что лежат на боку."
              : "Снимки JPEG и PNG или PDF, сразу несколько. Можно перетащить их сюда мышью.")}
        </p>
        <p class="hidden" role="status">
          {said}
        </p>
      </DropArea>
    </section>
  );
}

/** @param {ScanPart[]} parts */
const sheets = (parts) => parts.reduce((sum, one) => sum + one.pages, 0);
