/** @import {PaperRequest} from "../../api/types/commands" */
/** @import {Consent, Person} from "../../api/types/records" */
import { Button } from "../../components/button/Button.jsx";
import { DateField } from "../../components/field/DateField.jsx";
import { TextField } from "../../components/field/TextField.jsx";
import { Tick } from "../../components/field/Tick.jsx";
import { print } from "../../features/paper-beside/PaperBeside.jsx";
import { community, today, year } from "../../state/file.js";
import { notify } from "../../state/messages.js";
import { readOldDateHere } from "../../state/reading.js";
import { change } from "../../features/record-parts/change.js";
import { focusField } from "../../components/field/focus-field.js";
import { Anonymise } from "./Anonymise.jsx";

const DATE = "consent-date";
const ADD = "add-consent";

/**
 * How to reach a person, the consent to the handling of his or her data, and forgetting the name.
 *
 * @param {{person: Person}} props
 */
export function PersonalData({ person }) {
  const { id, consent } = person;
  /** @param {Consent | null} next */
  const put = (next) => change("person", id, () => ({ consent: next }));
  /** @param {Partial<Consent>} what */
  const save = (what) =>
    change("person", id, (now) => (now.consent ? { consent: { ...now.consent, ...what } } : {}));

  /** @param {"consent" | "site_consent"} kind @returns {PaperRequest} */
  const sheet = (kind) => ({
    community: community.value?.id ?? "",
    kind,
    year: year.value,
    on: today.value,
    person: id,
  });

  function add() {
    put({ date: today.value, basis: "" });
    focusField(DATE);
  }
  function remove() {
    const before = consent;
    put(null);
    focusField(ADD);
    notify({ text: "Согласие удалено.", action: "Вернуть", act: () => put(before) });
  }

  return (
    <>
      <section>
        <h2>Связь</h2>
        <div class="mt-2 fields">
          <TextField
            plain
            label="Рабочий телефон или почта (необязательно)"
            value={person.contact}
            onSave={(contact) => change("person", id, () => ({ contact }))}
          />
        </div>
      </section>
      <section>
        <h2>Согласие на обработку персональных данных</h2>
        {consent ? (
          <>
            <div class="mt-2 fields">
              <DateField
                id={DATE}
                span={6}
                label="Дата согласия"
                value={consent.date}
                read={readOldDateHere}
                required="Впишите дату листа или удалите согласие."
                onSave={(date) => date && save({ date })}
              />
              <TextField
                span={6}
                label="Основание"
                hint="Например: лист в папке № 3"
                value={consent.basis}
                onSave={(basis) => save({ basis })}
              />
              <div class="field">
                <Tick checked={consent.site ?? false} onChange={(site) => save({ site })}>
                  Имя можно назвать на сайте
                </Tick>
                <p class="small soft">
                  Согласие на обработку этого не разрешает: отметьте, только если человек согласился
                  отдельно.
                </p>
                <Button
                  look="quiet"
                  flush
                  sign="print"
                  onClick={() => void print(sheet("site_consent"))}
                >
                  Напечатать лист согласия для сайта
                </Button>
              </div>
            </div>
            <Button look="quiet" flush sign="bin" onClick={remove}>
              Удалить согласие
            </Button>
          </>
        ) : (
          <>
            <p class="mt-1 soft">
              Пока не внесено. Лист на подпись можно напечатать здесь, всем сразу — в «Бумагах»
              состава.
            </p>
            <p class="mt-2">
              <Button id={ADD} look="quiet" flush sign="plus" onClick={add}>
                Внести согласие
              </Button>
            </p>
            <p class="mt-2">
              <Button look="quiet" flush sign="print" onClick={() => void print(sheet("consent"))}>
                Напечатать лист согласия
              </Button>
            </p>
          </>
        )}
      </section>
      <Anonymise person={person} />
    </>
  );
}
