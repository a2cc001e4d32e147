/** @import {ComponentChildren} from "preact" */
/** @import {Report} from "../../api/types/records" */
/** @import {SectionWords} from "./sections.js" */
import { useEffect, useRef } from "preact/hooks";

import { Button } from "../../components/button/Button.jsx";
import { TextArea } from "../../components/field/TextArea.jsx";
import { reportProse } from "../../api/reporting.js";
import { today } from "../../state/file.js";
import { TypedTables } from "../../features/typed-tables/TypedTables.jsx";
import { notify, notifyError } from "../../state/messages.js";
import { changeReport } from "./change-report.js";
import { inserted, withProse, withSection, withTables } from "./sections.js";

/** Sections of which the records tell no figures: there is nothing to propose. */
const UNCOUNTED = ["growth", "schools", "annexes"];

/**
 * A section: what the records say, then the leader's words.
 *
 * @param {{words: SectionWords, report: Report | null, community: string, year: number, chosen: boolean,
 *   frozen: boolean, children?: ComponentChildren}} props `frozen` where the report is as it was handed over
 */
export function Section({ words, report, community, year, chosen, frozen, children }) {
  const { id, title, short, label, figures, prose } = words;
  const box = useRef(/** @type {HTMLElement | null} */ (null));
  useEffect(() => {
    // Whoever came here by writing is here already.
    if (!chosen || box.current?.contains(document.activeElement)) return;
    box.current?.scrollIntoView({ block: "start" });
    document.getElementById(`prose-${id}`)?.focus({ preventScroll: true });
  }, [chosen]);

  function takeOut() {
    const put = (/** @type {boolean} */ on) =>
      void changeReport(community, year, (latest) => withSection(latest, id, on));
    put(false);
    notify({ text: `Раздел «${title}» убран.`, action: "Вернуть", act: () => put(true) });
  }

  /** The proposed words go where the caret stands; what was typed around them stays. */
  async function propose() {
    const field = /** @type {HTMLTextAreaElement | null} */ (
      document.getElementById(`prose-${id}`)
    );
    const caret = field?.selectionStart ?? 0;
    try {
      const words = await reportProse(community, year, id, today.value);
      if (!words) {
        notify({
          text: "Для этого раздела в записях пока нет цифр: напишите текст своими словами.",
        });
        return;
      }
      await changeReport(community, year, (latest) =>
        withProse(latest, id, inserted(latest.prose[id] ?? "", caret, words)),
      );
      field?.focus();
    } catch (thrown) {
      notifyError(thrown);
    }
  }
  return (
    <section
      ref={box}
      class="section"
      aria-labelledby={`section-${id}`}
      data-place={`section.${id}`}
    >
      <h2 class="section__title" id={`section-${id}`}>
        {title}
      </h2>
      {figures && <p class="small soft">{figures}</p>}
      {children}
      {frozen ? (
        <Written words={report?.prose[id] ?? ""} />
      ) : (
        <div class="mt-3">
          <TextArea
            id={`prose-${id}`}
            label={label}
            rows={prose ? 5 : 2}
            value={report?.prose[id] ?? ""}
            onSave={(text) =>
              void changeReport(community, year, (latest) => withProse(latest, id, text))
            }
          />
          {!UNCOUNTED.includes(id) && (
            <Button look="quiet" flush sign="pencil" onClick={() => void propose()}>
              <span>
                Предложить текст<span class="hidden">: {title}</span>
              </span>
            </Button>
          )}
        </div>
      )}
      <TypedTables
        id={`section-${id}`}
        under={title}
        tables={report?.tables[id] ?? []}
        disabled={frozen}
        onChange={(change) =>
          void changeReport(community, year, (latest) =>
            withTables(latest, id, change(latest.tables[id] ?? [])),
          )
        }
      />
      {!short && !frozen && (
        <Button look="quiet" flush sign="close" onClick={takeOut}>
          Убрать раздел
        </Button>
      )}
    </section>
  );
}

/** Words that are not to be changed. @param {{words: string}} props */
function Written({ words }) {
  if (!words.trim()) return null;
  return <p class="mt-2 written-words">{words}</p>;
}
