import { supplied, takeQuestionnaire } from "../../api/surveys.js";
import { Button } from "../../components/button/Button.jsx";
import { community } from "../../state/file.js";
import { doAndSay } from "../../state/records.js";
import { go, href } from "../../state/route.js";
import { useAsync } from "../../state/use-async.js";
import { counted } from "../../words/numbers.js";

/** The questionnaires that come with the program, each with what it asks about; one key takes a copy. */
export function SuppliedList() {
  const { told, wrong } = useAsync("supplied", supplied);

  /** @param {string} word */
  async function take(word) {
    const whose = community.value?.id;
    if (!whose) return;
    let id = "";
    const done = await doAndSay(async () => {
      const changes = await takeQuestionnaire(whose, word);
      id = changes.put[0]?.record.record.id ?? "";
      return changes;
    });
    if (done) go(href("surveys", id));
  }
  return (
    <section class="mt-4" aria-labelledby="supplied">
      <h2 id="supplied">Готовые анкеты</h2>
      <p class="soft">Анкета берётся копией: слова в ней можно поправить под свой район.</p>
      {wrong && <p role="status">{wrong}</p>}
      <ul class="supplied mt-3">
        {(told ?? []).map(({ word, title, about, statements }) => (
          <li key={word}>
            <div>
              <b>{title}</b>
              <p class="soft">
                {about} {counted(statements, "утверждение", "утверждения", "утверждений")}.
              </p>
            </div>
            <Button onClick={() => void take(word)}>
              <span>
                Взять<span class="hidden">: {title}</span>
              </span>
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
