/** @import {Community, DayOfYear, ExperienceBands, Settings} from "../../api/types/records" */
import { Button } from "../../components/button/Button.jsx";
import { ReadField } from "../../components/field/ReadField.jsx";
import { Segments } from "../../components/field/Segments.jsx";
import { notify } from "../../state/messages.js";
import { readDateHere } from "../../state/reading.js";
import { NBSP } from "../../words/dates.js";
import { taken } from "../../words/doubted.js";
import { wholeNumber } from "../../words/numbers.js";
import { dayOfYear, dayWords } from "./typed.js";

/**
 * The regulation's values.
 *
 * @type {Omit<Settings, "recommendations_apart" | "phrases" | "standing_questions" | "holidays">}
 */
const BY_REGULATION = {
  plan_approved_by: { month: 9, day: 15 },
  report_handed_over_by: { month: 8, day: 31 },
  second_half_ends: { month: 5, day: 31 },
  protocol_signed_within: 5,
  course_is_old_after: 3,
  chair_word: "Председатель",
  experience_bands: "from_three",
};

/** Nothing is kept of the usual brackets. @param {Settings} settings */
const bandsOf = (settings) => settings.experience_bands ?? "from_three";

/** @typedef {"plan_approved_by" | "report_handed_over_by" | "second_half_ends"} DayField */
/** @typedef {"protocol_signed_within" | "course_is_old_after"} NumberField */

/** @type {{field: DayField, label: string, from: string}[]} */
const DAYS = [
  {
    field: "plan_approved_by",
    label: "План утверждён не позднее",
    from: `По положению (п.${NBSP}4.7)`,
  },
  {
    field: "report_handed_over_by",
    label: "Отчёт сдан не позднее",
    from: `По положению (п.${NBSP}4.8)`,
  },
  { field: "second_half_ends", label: "Второе полугодие кончается", from: "По обычаю" },
];

/** @type {{field: NumberField, label: string, most: number, from: string}[]} */
const NUMBERS = [
  {
    field: "protocol_signed_within",
    label: "Протокол подписывают за столько рабочих дней",
    most: 60,
    from: "Обычно",
  },
  {
    field: "course_is_old_after",
    label: "Курсы напоминать через столько лет",
    most: 20,
    from: "Обычно",
  },
];

/** @param {{kept: Community, put: (change: (latest: Community) => Community) => void}} props */
export function Deadlines({ kept, put }) {
  const { settings } = kept;
  /** @param {Partial<Settings>} change */
  const set = (change) =>
    put((latest) => ({ ...latest, settings: { ...latest.settings, ...change } }));

  function reset() {
    const before = settings;
    set(BY_REGULATION);
    notify({
      text: "Сроки и слова снова обычные.",
      action: "Отменить",
      act: () => set(before),
    });
  }
  return (
    <>
      <div class="fields">
        {DAYS.map(({ field, label, from }) => (
          <DayField
            key={field}
            label={label}
            hint={`${from}: ${dayWords(BY_REGULATION[field])}`}
            value={settings[field]}
            onSave={(day) => set({ [field]: day })}
          />
        ))}
        {NUMBERS.map(({ field, label, most, from }) => (
          <ReadField
            key={field}
            span={6}
            label={label}
            hint={`${from}: ${BY_REGULATION[field]}`}
            value={settings[field]}
            show={String}
            read={(typed) => wholeNumber(typed, 1, most)}
            required={`Впишите число от 1 до ${most}.`}
            onSave={(number) => number !== null && set({ [field]: number })}
          />
        ))}
      </div>
      <p class="mt-3 label" id="settings-chair">
        Как назвать в протоколе того, кто вёл заседание
      </p>
      <Segments
        label="Как назвать в протоколе того, кто вёл заседание"
        value={settings.chair_word}
        options={["Председатель", "Председательствующий"].map((word) => ({
          value: word,
          label: word,
        }))}
        onChange={(chair_word) => set({ chair_word })}
      />
      <p class="mt-3 label" id="settings-bands">
        На какие группы по стажу делить состав в отчёте, лет
      </p>
      <Segments
        label="На какие группы по стажу делить состав в отчёте, лет"
        value={bandsOf(settings)}
        options={[
          { value: "from_three", label: "3, 10, 20" },
          { value: "from_five", label: "5, 10, 20" },
        ]}
        onChange={(bands) => set({ experience_bands: /** @type {ExperienceBands} */ (bands) })}
      />
      {!isUsual(settings) && (
        <p class="mt-3">
          <Button look="quiet" flush sign="undo" onClick={reset}>
            Вернуть обычные сроки и слова
          </Button>
        </p>
      )}
    </>
  );
}

/**
 * @param {{label: string, hint: string, value: DayOfYear, onSave: (day: DayOfYear) => void}} props
 */
function DayField({ onSave, ...looks }) {
  return (
    <ReadField
      {...looks}
      span={4}
      show={dayWords}
      read={async (typed) => dayOfYear(taken(await readDateHere(typed)).value)}
      required="Впишите день и месяц, например «15 сентября»."
      onSave={(day) => day && onSave(day)}
    />
  );
}

/**
 * Whether every deadline and word is the usual one; the order of the fields does not matter.
 *
 * @param {Settings} settings
 */
const isUsual = (settings) =>
  DAYS.every(({ field }) => dayWords(settings[field]) === dayWords(BY_REGULATION[field])) &&
  NUMBERS.every(({ field }) => settings[field] === BY_REGULATION[field]) &&
  settings.chair_word === BY_REGULATION.chair_word &&
  bandsOf(settings) === "from_three";
