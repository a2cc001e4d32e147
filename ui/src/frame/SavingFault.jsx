import { Button } from "../components/button/Button.jsx";
import { Note } from "../components/note/Note.jsx";
import { draftsKept } from "../state/drafts.js";
import { retrySaving, saving } from "../state/records.js";

/** Why the typed text is not on the disk yet, and that it is not lost. It stays until the text is saved. */
export function SavingFault() {
  const now = saving.value;
  if (now.state !== "failed") return null;
  return (
    <div class="saving-fault">
      <Note tone="wrong" what={`Не записано: ${now.message}`} role="alert">
        <div class="bar2">
          <p>
            {now.hint} Набранное осталось в полях: <a href={now.address}>{now.called}</a>.{" "}
            {draftsKept.value
              ? "Черновик на диске, он не пропадёт, даже если закрыть программу."
              : "Черновик тоже не записался: не закрывайте программу, пока текст не записан или не скопирован."}
          </p>
          <Button onClick={() => void retrySaving()}>Повторить</Button>
        </div>
      </Note>
    </div>
  );
}
