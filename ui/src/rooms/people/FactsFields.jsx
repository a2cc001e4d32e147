/** @import {Category, Person, PersonFacts} from "../../api/types/records" */
import { useState } from "preact/hooks";

import { Button } from "../../components/button/Button.jsx";
import { Choice } from "../../components/field/Choice.jsx";
import { DateField } from "../../components/field/DateField.jsx";
import { ReadField } from "../../components/field/ReadField.jsx";
import { TextField } from "../../components/field/TextField.jsx";
import { Tick } from "../../components/field/Tick.jsx";
import { today, year } from "../../state/file.js";
import { readOldDateHere } from "../../state/reading.js";
import { href } from "../../state/route.js";
import { CATEGORIES } from "../../words/categories.js";
import { partialDate, shortDate } from "../../words/dates.js";
import { factsOn } from "../../words/people.js";
import { change, withPart } from "../../features/record-parts/change.js";
import { dropPart } from "../../features/record-parts/drop-part.js";
import { focusField } from "../../components/field/focus-field.js";
import { SchoolField } from "../../features/organisations/SchoolField.jsx";
import { experience } from "../../words/experience.js";
import { readPartial } from "../../words/read-partial.js";
import { readYear } from "./words.js";

/**
 * Name, post, school, category, experience, classes. What changed on a day is kept apart from what was before, so that
 * an old paper names the person as he or she was.
 *
 * @param {{person: Person}} props
 */
export function FactsFields({ person }) {
  const { id } = person;
  const on = today.value;
  const inForce = factsOn(person, on);
  const [chosen, setChosen] = useState(/** @type {number | null} */ (null));
  const current = Math.max(0, inForce ? person.facts.indexOf(inForce) : 0);
  const at = chosen !== null && chosen < person.facts.length ? chosen : current;
  const facts = person.facts[at];
  if (!facts) return null;

  /** @param {Partial<PersonFacts>} what */
  const save = (what) => change("person", id, (now) => ({ facts: withPart(now.facts, at, what) }));
  /** @param {Partial<PersonFacts["name"]>} what */
  const saveName = (what) =>
    change("person", id, (now) => {
      const name = now.facts[at]?.name ?? facts.name;
      return { facts: withPart(now.facts, at, { name: { ...name, ...what } }) };
    });
  const changed = () => {
    setChosen(person.facts.length);
    change("person", id, (now) => ({ facts: [...now.facts, { ...facts, from: on }] }));
    focusField("facts-from");
  };
  const latest = Number(on.slice(0, 4));

  return (
    <section>
      {person.facts.length > 1 && (
        <div class="fields people__times">
          <Choice
            label="Какие сведения показать"
            value={String(at)}
            options={person.facts.map((one, i) => ({
              value: String(i),
              label: `${one.from ? `с ${shortDate(one.from)}` : "самые ранние"}${i === current ? ", действуют сейчас" : ""}`,
            }))}
            onSave={(value) => setChosen(Number(value))}
          />
          {facts.from !== null && (
            <DateField
              id="facts-from"
              label="Действуют с"
              value={facts.from}
              read={readOldDateHere}
              required="Впишите, с какого дня это верно."
              onSave={(from) => save({ from })}
            />
          )}
        </div>
      )}
      <div class="fields">
        <TextField
          id="facts-surname"
          label="Фамилия"
          value={facts.name.surname}
          onSave={(surname) => saveName({ surname })}
        />
        <TextField
          span={6}
          label="Имя"
          value={facts.name.given}
          onSave={(given) => saveName({ given })}
        />
        <TextField
          span={6}
          label="Отчество"
          value={facts.name.patronymic}
          onSave={(patronymic) => saveName({ patronymic })}
        />
        <TextField
          label="Должность и предмет"
          value={facts.post}
          onSave={(post) => save({ post })}
        />
        <SchoolField
          label="Организация, любое слово названия"
          value={facts.organisation}
          onSave={(organisation) => save({ organisation })}
        />
        <Choice
          label="Категория"
          value={facts.category}
          options={CATEGORIES}
          onSave={(category) => save({ category: /** @type {Category} */ (category) })}
        />
        <ReadField
          span={6}
          label="Дата категории"
          value={facts.category_since}
          show={partialDate}
          read={(typed) => readPartial(typed, year.value, readOldDateHere)}
          onSave={(category_since) => save({ category_since })}
        />
        <TextField
          plain
          span={6}
          label="Классы"
          value={facts.classes}
          onSave={(classes) => save({ classes })}
        />
        <ReadField
          span={6}
          label="Работает с года"
          value={facts.works_since}
          show={String}
          preview={(since) => `стаж ${experience(since, on)}`}
          read={(typed) => readYear(typed, latest)}
          onSave={(works_since) => save({ works_since })}
          hint={
            facts.works_since === null ? undefined : `Стаж ${experience(facts.works_since, on)}`
          }
        />
        <ReadField
          span={6}
          label="Педагогическая работа с года"
          value={facts.pedagogical_since}
          show={String}
          preview={(since) => `педагогический стаж ${experience(since, on)}`}
          read={(typed) => readYear(typed, latest)}
          onSave={(pedagogical_since) => save({ pedagogical_since })}
          hint={
            facts.pedagogical_since === null
              ? "Если педагогический стаж считают отдельно."
              : `Педагогический стаж ${experience(facts.pedagogical_since, on)}`
          }
        />
        <ReadField
          span={6}
          label="По специальности с года"
          value={facts.in_specialty_since}
          show={String}
          preview={(since) => `стаж ${experience(since, on)}`}
          read={(typed) => readYear(typed, latest)}
          onSave={(in_specialty_since) => save({ in_specialty_since })}
          hint={
            facts.in_specialty_since === null
              ? undefined
              : `Стаж ${experience(facts.in_specialty_since, on)}`
          }
        />
      </div>
      <div class="mt-2">
        <Tick checked={facts.part_time} onChange={(part_time) => save({ part_time })}>
          совместитель: основное место работы другое
        </Tick>
        <Tick
          checked={facts.heads_organisation}
          onChange={(heads_organisation) => save({ heads_organisation })}
        >
          руководит организацией
        </Tick>
        <Tick
          checked={facts.heads_methodical_body}
          onChange={(heads_methodical_body) => save({ heads_methodical_body })}
        >
          руководит методическим объединением
        </Tick>
      </div>
      {facts.organisation && (
        <p class="mt-2">
          {/* Not under its field, where Tab would meet it on the way to the next one. */}
          <a href={href("people", facts.organisation)}>Название и сведения организации</a>
        </p>
      )}
      <div class="rowp">
        {!person.facts.some((one) => one.from === on) && (
          <Button look="quiet" flush sign="plus" onClick={changed}>
            С какого-то дня сведения другие
          </Button>
        )}
        {person.facts.length > 1 && (
          <Button
            look="quiet"
            flush
            sign="bin"
            onClick={() => {
              setChosen(null);
              dropPart("person", id, "facts", at, "Сведения удалены.", "facts-surname");
            }}
          >
            Удалить эти сведения
          </Button>
        )}
      </div>
    </section>
  );
}
