/** @import {BodyKind, BodyWords, Community} from "../../api/types/records" */
import { Choice } from "../../components/field/Choice.jsx";
import { TextField } from "../../components/field/TextField.jsx";
import { bodyWords } from "../../state/body.js";
import { derivedOf } from "../../state/derived.js";
import { choicesOf } from "../../words/choices.js";

/** @type {{value: BodyKind, label: string}[]} */
const BODIES = choicesOf("community", "body");

/** @type {BodyWords} */
const BLANK = { short: "", nominative: "", genitive: "", dative: "", prepositional: "" };

/**
 * What the body is called on papers and on the screen; words of its own with their cases, which the program proposes.
 *
 * @param {{kept: Community, put: (change: (latest: Community) => Community) => void}} props
 */
export function BodyFields({ kept, put }) {
  const kind = kept.body ?? derivedOf("community", kept.id)?.body_kind ?? "pps";
  const own = kept.body_words ?? BLANK;
  const said = bodyWords();
  /** @param {Partial<BodyWords>} patch */
  const keep = (patch) =>
    put((latest) => ({
      ...latest,
      body_words: { ...(latest.body_words ?? BLANK), ...patch },
    }));
  /**
   * A case as it was typed, or as the program proposes it; what is typed as proposed stays a proposal.
   *
   * @param {"genitive" | "dative" | "prepositional"} which
   */
  const aCase = (which) => ({
    value: own[which] || (own.nominative && said?.[which]) || "",
    onSave: (/** @type {string} */ typed) =>
      keep({ [which]: typed === said?.[which] ? "" : typed }),
  });
  return (
    <>
      <Choice
        id="settings-body"
        label="Вид объединения"
        hint={
          kept.body
            ? "Так оно названо во всех бумагах и на экране"
            : "Определён по названию; выберите другой, если он не тот"
        }
        value={kind}
        options={BODIES}
        onSave={(body) => put((latest) => ({ ...latest, body: /** @type {BodyKind} */ (body) }))}
      />
      {kind === "own" && (
        <>
          <TextField
            label="Что это, строчными буквами"
            hint="Например: районная кафедра словесности"
            value={own.nominative}
            wrong={own.nominative.trim() ? null : "Впишите, как называется объединение."}
            onSave={(nominative) =>
              keep({ nominative, genitive: "", dative: "", prepositional: "" })
            }
          />
          <TextField
            span={4}
            label="Кратко"
            hint="Если есть сокращение"
            value={own.short}
            onSave={(short) => keep({ short })}
          />
          <TextField span={8} label="Заседание чего" {...aCase("genitive")} />
          <TextField span={6} label="Помощь чему" {...aCase("dative")} />
          <TextField span={6} label="Работа в чём" {...aCase("prepositional")} />
        </>
      )}
    </>
  );
}
