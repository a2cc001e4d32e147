/** @import {Organisation, OrganisationKind} from "../../api/types/records" */
import { Button, ButtonLink } from "../../components/button/Button.jsx";
import { Choice } from "../../components/field/Choice.jsx";
import { TextField } from "../../components/field/TextField.jsx";
import { Tick } from "../../components/field/Tick.jsx";
import { History } from "../../features/history/History.jsx";
import { today } from "../../state/file.js";
import { membersOf } from "../../state/members.js";
import { oneOf, removeRecord } from "../../state/records.js";
import { go, href } from "../../state/route.js";
import { fullName } from "../../words/people.js";
import { change } from "../../features/record-parts/change.js";

/**
 * A school, or another body where people of the community work.
 *
 * @param {{id: string}} props
 */
export function OrganisationForm({ id }) {
  const organisation = oneOf("organisation", id);
  if (!organisation) return null;
  /** @param {Partial<Organisation>} what */
  const save = (what) => change("organisation", id, () => what);
  const people = membersOf(today.value).filter((member) => member.facts.organisation === id);
  const once = people.filter(
    (one, at) => people.findIndex((other) => other.person.id === one.person.id) === at,
  );
  return (
    <div class="page">
      <div class="people__narrow">
        <ButtonLink look="quiet" flush sign="back" href={href("people")}>
          К составу
        </ButtonLink>
        <h1 class="people__heading">
          {organisation.short_name || organisation.name || "Организация без названия"}
        </h1>
        <div class="mt-4 fields">
          <TextField
            label="Полное название"
            value={organisation.name}
            onSave={(name) => save({ name })}
          />
          <TextField
            span={7}
            label="Краткое название, для узких столбцов"
            value={organisation.short_name}
            onSave={(short_name) => save({ short_name })}
          />
          <Choice
            span={5}
            label="Что это"
            value={organisation.kind}
            options={[
              { value: "school", label: "образовательная организация" },
              { value: "methodical_body", label: "методическое объединение" },
              { value: "other", label: "другое" },
            ]}
            onSave={(kind) => save({ kind: /** @type {OrganisationKind} */ (kind) })}
          />
        </div>
        <div class="mt-2">
          <Tick
            checked={organisation.low_results}
            onChange={(low_results) => save({ low_results })}
          >
            школа со стабильно низкими образовательными результатами (ШСНРО)
          </Tick>
          <Tick
            checked={organisation.unfavourable_conditions}
            onChange={(unfavourable_conditions) => save({ unfavourable_conditions })}
          >
            школа, функционирующая в неблагоприятных социальных условиях (ШФНСУ)
          </Tick>
        </div>
        {once.length > 0 && (
          <section class="mt-5">
            <h2>Кто здесь работает</h2>
            <ul class="mt-2">
              {once.map(({ person, facts }) => (
                <li key={person.id}>
                  <a href={href("people", person.id)}>{fullName(facts.name)}</a>
                  {facts.post && `, ${facts.post}`}
                </li>
              ))}
            </ul>
          </section>
        )}
        <History key={id} of={id} />
        <p class="mt-4">
          <Button look="quiet" flush sign="bin" onClick={() => void remove(id)}>
            Удалить организацию
          </Button>
        </p>
      </div>
    </div>
  );
}

/** @param {string} id */
async function remove(id) {
  if (await removeRecord(id)) go(href("people"));
}
