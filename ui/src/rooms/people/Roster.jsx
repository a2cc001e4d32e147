/** @import {Person} from "../../api/types/records" */
/** @import {Member} from "../../state/members.js" */
/** @import {Pasted} from "../../features/table-import/pasted.js" */
import { useEffect, useState } from "preact/hooks";

import { Button, ButtonLink } from "../../components/button/Button.jsx";
import { EmptyRoom } from "../../components/empty-room/EmptyRoom.jsx";
import { DateField } from "../../components/field/DateField.jsx";
import { community, today, year } from "../../state/file.js";
import { useKept } from "../../state/kept.js";
import { membersOf } from "../../state/members.js";
import { covers, roleOn } from "../../words/roster.js";
import { offerPrinting } from "../../state/printing.js";
import { readOldDateHere } from "../../state/reading.js";
import { allOf } from "../../state/records.js";
import { go, href } from "../../state/route.js";
import { categoryWords } from "../../words/categories.js";
import { longDate, shortDate } from "../../words/dates.js";
import { counted, plural, tied } from "../../words/numbers.js";
import { factsOn, fullName } from "../../words/people.js";
import { print, savePdf } from "../../features/paper-beside/PaperBeside.jsx";
import { onPaste } from "../../features/table-import/pasted.js";
import { TableImport } from "../../features/table-import/TableImport.jsx";
import { joinFrom } from "./joining.js";
import { Papers } from "./Papers.jsx";
import { knownSchools } from "../../features/organisations/organisations.js";
import { experience } from "../../words/experience.js";
import { ROLES } from "./words.js";

/**
 * The paper of the roster.
 *
 * @param {string} [on] the day; that of the file where none is given
 */
export const rosterPaper = (on = today.value) => ({
  community: community.value?.id ?? "",
  kind: /** @type {const} */ ("roster"),
  year: year.value,
  meeting: null,
  full: false,
  on,
});

/** Who is in the community on a day, those who come later, and those who have left. */
export function Roster() {
  const [asked, setAsked] = useState(/** @type {string | null} */ (null));
  const on = asked ?? today.value;
  const all = membersOf(on);
  const outside = allOf("person").filter(
    (person) => !allOf("membership").some((one) => one.person === person.id),
  );
  const now = all.filter((one) => covers(one.membership, on));
  const later = all.filter((one) => one.membership.from > on);
  const left = all.filter((one) => one.membership.to !== null && one.membership.to < on);
  const schools = new Set(now.map((one) => one.facts.organisation).filter(Boolean)).size;
  useEffect(() => offerPrinting(() => void print(rosterPaper(on))), [on]);
  const [pasting, setPasting] = useKept(
    `roster table ${year.value}`,
    /** @type {Pasted | "asked" | null} */ (null),
  );
  useEffect(() => (pasting ? undefined : onPaste(setPasting)), [pasting]);

  if (pasting) {
    return (
      <PasteList pasted={pasting === "asked" ? null : pasting} onClose={() => setPasting(null)} />
    );
  }
  return (
    <div class="page">
      <div class="head">
        <div>
          <h1>
            {now.length > 0
              ? `В составе ${counted(now.length, "человек", "человека", "человек")}`
              : asked
                ? "В этот день в составе никого нет"
                : "В составе пока никого нет"}
          </h1>
          <p>
            На {longDate(on)}
            {schools > 0 && `, из ${counted(schools, "организации", "организаций", "организаций")}`}
          </p>
        </div>
        {all.length > 0 && (
          <div class="head__act people__acts">
            <Button sign="save" onClick={() => void savePdf(rosterPaper(on))}>
              Сохранить PDF…
            </Button>
            <Button sign="print" onClick={() => void print(rosterPaper(on))}>
              Напечатать
            </Button>
            <ButtonLink look="main" sign="plus" href={href("people", "new")}>
              Добавить участника
            </ButtonLink>
          </div>
        )}
      </div>
      {all.length > 0 && (
        <div class="mt-3 fields people__day">
          <DateField
            span={6}
            label="Состав на день"
            hint={asked ? undefined : "Впишите другой день, чтобы увидеть прежний"}
            value={on}
            read={readOldDateHere}
            onSave={(day) => setAsked(day === today.value ? null : day)}
          />
          <p class="field field--6 people__back">
            <Button look="quiet" sign="sheet" onClick={() => setPasting("asked")}>
              Вставить список…
            </Button>
          </p>
          {asked && (
            <p class="field field--6 people__back">
              <Button look="quiet" sign="undo" onClick={() => setAsked(null)}>
                На сегодня
              </Button>
            </p>
          )}
        </div>
      )}
      {all.length === 0 && (
        <EmptyRoom
          title="Впишите первого участника"
          action={
            <span class="rowp">
              <ButtonLink look="main" sign="plus" href={href("people", "new")}>
                Добавить участника
              </ButtonLink>
              <Button sign="sheet" onClick={() => setPasting("asked")}>
                Вставить список…
              </Button>
            </span>
          }
        >
          Достаточно фамилии, имени и отчества. Должность, школу и стаж можно дописать потом.
        </EmptyRoom>
      )}
      {now.length > 0 && <MembersTable members={now} on={on} />}
      <Others
        title="Войдут позже"
        members={later}
        words={({ membership }) => `с ${shortDate(membership.from)}`}
      />
      <Others
        title={`${plural(left.length, "Вышел", "Вышли", "Вышли")} из состава`}
        members={left.filter(
          ({ person }) => !now.concat(later).some((one) => one.person.id === person.id),
        )}
        words={({ membership }) =>
          `${shortDate(membership.from)}\u00a0— ${shortDate(membership.to ?? "")}`
        }
        // Whoever left by a former day may be a member today.
        back={!asked}
      />
      <Outside people={outside} on={on} />
      {all.length > 0 && <Papers />}
      <Organisations />
    </div>
  );
}

/**
 * People from a list of Word or Excel.
 *
 * @param {{pasted: Pasted | null, onClose: () => void}} props
 */
function PasteList({ pasted, onClose }) {
  return (
    <TableImport
      asked={{ community: community.value?.id ?? "", kind: "members", year: year.value }}
      pasted={pasted}
      title="Участники из списка"
      onClose={onClose}
    >
      <p class="mt-3 soft">
        Столбцы узнаются по заголовкам: фамилия, имя, отчество, должность, организация, категория,
        стаж. Сначала вы увидите, что получится; до кнопки «Добавить» в составе ничего не меняется.
      </p>
    </TableImport>
  );
}

/** @param {{members: Member[], on: string}} props */
function MembersTable({ members, on }) {
  return (
    <table class="mt-4 roster" role="table">
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col" class="roster__no">
            №
          </th>
          <th role="columnheader" scope="col" class="roster__name">
            Фамилия, имя, отчество
          </th>
          <th role="columnheader" scope="col" class="roster__post">
            Должность
          </th>
          <th role="columnheader" scope="col" class="roster__school">
            Организация
          </th>
          <th role="columnheader" scope="col" class="roster__category">
            Категория
          </th>
          <th role="columnheader" scope="col" class="roster__years">
            Стаж
          </th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {members.map(({ membership, person, facts, organisation }, at) => {
          const role = roleOn(membership, on);
          const to = href("people", person.id);
          return (
            <tr
              key={membership.id}
              role="row"
              onClick={() => {
                // A drag of the mouse that marks text is no wish to open the person.
                if (!getSelection()?.toString()) go(to);
              }}
            >
              <td role="cell" class="roster__no soft">
                {at + 1}
              </td>
              <td role="cell">
                <a href={to}>{fullName(facts.name) || "Без имени"}</a>
                {role && <span class="roster__role">{ROLES[role]}</span>}
              </td>
              <td role="cell">{facts.post}</td>
              <td role="cell">
                {organisation ? tied(organisation.short_name || organisation.name) : ""}
              </td>
              <td role="cell" data-said="Категория">
                {categoryWords(facts.category)}
              </td>
              <td role="cell" class="nb" data-said="Стаж">
                {experience(facts.works_since, on)}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** @param {{title: string, members: Member[], words: (one: Member) => string, back?: boolean}} props */
function Others({ title, members, words, back = false }) {
  if (members.length === 0) return null;
  return (
    <section class="mt-5">
      <h2>{title}</h2>
      <ul class="mt-2 lines others">
        {members.map((one) => (
          <li key={one.membership.id}>
            <div class="when">{words(one)}</div>
            <div class="bar2">
              <div>
                <a class="b" href={href("people", one.person.id)}>
                  {fullName(one.facts.name)}
                </a>
                <p class="soft">
                  {[
                    one.facts.post,
                    tied(one.organisation?.short_name || one.organisation?.name || ""),
                  ]
                    .filter(Boolean)
                    .join(", ")}
                </p>
              </div>
              {back && (
                <Button look="quiet" sign="undo" onClick={() => void joinAgain(one)}>
                  <span>
                    Вернуть в состав<span class="hidden"> {fullName(one.facts.name)}</span>
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
function Outside({ people, on }) {
  if (people.length === 0) return null;
  return (
    <section class="mt-5">
      <h2>Без записи о составе</h2>
      <ul class="mt-2">
        {people.map((person) => {
          const name = factsOn(person, on)?.name;
          return (
            <li key={person.id}>
              <a href={href("people", person.id)}>{(name && fullName(name)) || "Без имени"}</a>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** Every organisation, also one where nobody works now. */
function Organisations() {
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
