/** @import {Way} from "../state/leaving.js" */
import { Ask } from "../components/ask/Ask.jsx";
import { leaveWithDrafts, question, stay } from "../state/leaving.js";
import { notifyError } from "../state/messages.js";
import { DraftText } from "./DraftText.jsx";

/** @type {{[way in Way]: {act: string, lose: string, when: string}}} */
const WORDS = {
  room: {
    act: "Уйти, оставив черновик",
    lose: "Уйти без этого текста",
    when: "Черновик останется наверху, пока вы не решите, что с ним делать.",
  },
  file: {
    act: "Перейти, оставив черновик",
    lose: "Перейти без этого текста",
    when: "Программа покажет черновик, когда вы вернётесь к этим записям.",
  },
  close: {
    act: "Закрыть, оставив черновик",
    lose: "Закрыть без этого текста",
    when: "Программа покажет черновик, когда вы откроете её снова.",
  },
};

/** Something typed could not be saved, and the person is leaving it. */
export function Unwritten() {
  const asked = question.value;
  if (!asked) return null;
  const words = WORDS[asked.way];
  return (
    <Ask
      title="Не всё записано"
      stay="Вернуться к тексту"
      act={asked.refused ? words.lose : words.act}
      onStay={goBack}
      onAct={() => void leaveWithDrafts().catch(notifyError)}
    >
      <ul class="unwritten">
        {asked.drafts.map((draft) => (
          <li key={draft.key}>
            <DraftText draft={draft} />
          </li>
        ))}
      </ul>
      {asked.refused ? (
        <p role="alert">
          <b>Черновик записать тоже не получилось.</b> {asked.refused} Скопируйте текст отсюда,
          иначе он пропадёт.
        </p>
      ) : (
        <p>{words.when}</p>
      )}
    </Ask>
  );
}

/** Back to the first field that was not understood, where there is one. */
function goBack() {
  stay();
  const wrong = document.querySelector("main [aria-invalid='true']");
  if (wrong instanceof HTMLElement) requestAnimationFrame(() => wrong.focus());
}
