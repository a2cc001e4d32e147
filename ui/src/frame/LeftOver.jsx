/** @import {Draft} from "../api/types/views" */
/** @import {Record as AnyRecord} from "../api/types/records" */
import { Button, ButtonLink } from "../components/button/Button.jsx";
import { Note } from "../components/note/Note.jsx";
import { dropDraft, leaveDrafts, leftOver } from "../state/drafts.js";
import { notify, notifyError } from "../state/messages.js";
import { allSaved, howFits, loaded, saveRecord, saving } from "../state/records.js";
import { go } from "../state/route.js";
import { counted } from "../words/numbers.js";
import { DraftText } from "./DraftText.jsx";

/** What could not be saved before and waits for the person: to be put back, copied or given up. */
export function LeftOver() {
  const drafts = leftOver.value;
  if (!loaded.value || drafts.length === 0) return null;
  return (
    <div class="saving-fault">
      <Note
        what={`Осталось незаписанным: ${counted(drafts.length, "текст", "текста", "текстов")}`}
        role="status"
      >
        <details open={drafts.length === 1}>
          <summary>Посмотреть и решить, что с ним делать</summary>
          <ul class="unwritten">
            {drafts.map((draft) => (
              <Left key={draft.key} draft={draft} />
            ))}
          </ul>
        </details>
      </Note>
    </div>
  );
}

/** @param {{draft: Draft}} props */
function Left({ draft }) {
  const fits = draft.record ? howFits(draft) : null;
  return (
    <li>
      <DraftText draft={draft} />
      {fits === "changed" && (
        <p>Эта запись с тех пор изменилась. Скопируйте из черновика то, чего в ней не хватает.</p>
      )}
      {fits === "gone" && <p>Этой записи больше нет. Скопируйте текст, если он нужен.</p>}
      <p class="rowp">
        {fits === "fits" && (
          <Button sign="undo" onClick={() => void putBack(draft).catch(notifyError)}>
            Вернуть в запись
          </Button>
        )}
        {draft.text && (
          <Button
            look={fits === "fits" ? "quiet" : "plain"}
            onClick={(event) => copy(event, draft)}
          >
            Скопировать текст
          </Button>
        )}
        {fits !== "gone" && (
          <ButtonLink look="quiet" href={draft.address}>
            Перейти к месту
          </ButtonLink>
        )}
        <Button look="quiet" onClick={() => void giveUp(draft).catch(notifyError)}>
          Убрать черновик
        </Button>
      </p>
    </li>
  );
}

/** @param {Draft} draft */
async function putBack(draft) {
  go(draft.address);
  saveRecord(/** @type {AnyRecord} */ (draft.record));
  await allSaved();
  // Refused again it stands in its form, and the bar says so; the draft of it is kept from there on.
  await dropDraft(draft.key);
  if (saving.value.state !== "failed") notify({ text: "Черновик возвращён в запись и сохранён." });
}

/** @param {Draft} draft */
async function giveUp(draft) {
  await dropDraft(draft.key);
  notify({
    text: "Черновик убран.",
    action: "Вернуть",
    act: () => void leaveDrafts([draft]).catch(notifyError),
  });
}

/**
 * @param {MouseEvent} event
 * @param {Draft} draft
 */
function copy(event, draft) {
  const button = event.currentTarget;
  const text = button instanceof Element && button.closest("li")?.querySelector(".draft-text");
  if (!text) return;
  const selection = getSelection();
  selection?.selectAllChildren(text);
  const copied = document.execCommand("copy");
  notify({
    text: copied
      ? `Текст скопирован${draft.label ? ` из поля «${draft.label}»` : ""}. Вставьте его: Ctrl+V.`
      : "Текст выделен. Скопируйте его: Ctrl+C.",
  });
}
