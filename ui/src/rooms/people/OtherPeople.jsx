/** @import {Person} from "../../api/types/records" */
/** @import {Member} from "../../state/members.js" */
import { Button } from "../../components/button/Button.jsx";
import { knownSchools } from "../../features/organisations/organisations.js";
import { today } from "../../state/file.js";
import { go, href } from "../../state/route.js";
import { alphabetical } from "../../words/alphabet.js";
import { tied } from "../../words/numbers.js";
import { factsOn, fullName } from "../../words/people.js";
import { joinFrom } from "./joining.js";

/**
 * Those who come later or have left.
 *
 * @param {{title: string, members: Member[], words: (one: Member) => string, back?: boolean}} props
 */
export function Others({ title, members, words, back = false }) {
  if (members.length === 0) return null;
  return (
    <section class="mt-5">
      <h2>{title}</h2>
      <ul class="mt-2 lines others">
        {members.map((member) => (
          <li key={member.membership.id}>
            <div class="when">{words(member)}</div>
            <div class="bar2">
              <div>
                <a class="b" href={href("people", member.person.id)}>
                  {fullName(member.facts.name)}
                </a>
                <p class="soft">
                  {[
                    member.facts.post,
                    tied(member.organisation?.short_name || member.organisation?.name || ""),
                  ]
                    .filter(Boolean)
                    .join(", ")}
                </p>
              </div>
              {back && (
                <Button look="quiet" sign="undo" onClick={() => void joinAgain(member)}>
                  <span>
                    Вернуть в состав<span class="hidden"> {fullName(member.facts.name)}</span>
                  </span>
                </Button>
              )}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

/**
 * People whose cards stay though they are in no roster, so that they can be taken in again or deleted.
 *
 * @param {{people: Person[], on: string}} props
 */
export function Outside({ people, on }) {
  if (people.length === 0) return null;
  const named = people.map((person) => {
    const name = factsOn(person, on)?.name;
    return { id: person.id, name: name ? fullName(name) : "" };
  });
  return (
    <section class="mt-5">
      <h2>Без записи о составе</h2>
      <ul class="mt-2">
        {named
          .sort((a, b) => alphabetical(a.name, b.name))
          .map(({ id, name }) => (
            <li key={id}>
              <a href={href("people", id)}>{name || "Без имени"}</a>
            </li>
          ))}
      </ul>
    </section>
  );
}

/** Every organisation, also one where nobody works now. */
export function Organisations() {
  const all = knownSchools();
  if (all.length === 0) return null;
  return (
    <details class="mt-5 people__schools">
      <summary>Организации: {all.length}</summary>
      <ul class="mt-2">
        {all.map(({ id, name }) => (
          <li key={id}>
            <a href={href("people", id)}>{name}</a>
          </li>
        ))}
      </ul>
    </details>
  );
}

/**
 * Somebody comes back.
 *
 * @param {Member} one
 */
async function joinAgain({ person }) {
  await joinFrom(person.id, today.value);
  go(href("people", person.id));
}
