/** @import {Route} from "../../state/route.js" */
/** @import {PlacedDecision} from "../parts/assignments.js" */
import { useEffect, useState } from "preact/hooks";

import { ButtonLink } from "../../components/button/Button.jsx";
import { EmptyRoom } from "../../components/empty-room/EmptyRoom.jsx";
import { Choice } from "../../components/field/Choice.jsx";
import { Segments } from "../../components/field/Segments.jsx";
import { oneOf } from "../../state/records.js";
import { href } from "../../state/route.js";
import { longDate } from "../../words/dates.js";
import { byUrgency } from "../parts/assignments.js";
import { decisionsHere, personName, protocolName } from "../parts/decisions-here.js";
import { hasRoom, linkTo } from "../parts/room-link.js";
import { AssignmentRow } from "./AssignmentRow.jsx";
import "./decisions.css";

const FILTERS = [
  { value: "open", label: "Открытые" },
  { value: "done", label: "Исполненные" },
  { value: "all", label: "Все" },
];

/**
 * Every assignment of every year in one table, what waits first; recommendations apart, since nobody is held
 * to them. `route.id` is a decision that is to be marked.
 *
 * @param {{route: Route}} props
 */
export function Decisions({ route }) {
  const [filter, setFilter] = useState("open");
  const [person, setPerson] = useState("");
  const [marked, setMarked] = useState("");
  useEffect(() => setMarked(route.id), [route.id]);

  const all = decisionsHere.value;
  const assignments = all.filter((one) => one.decision.kind === "assignment");
  const recommended = all.filter((one) => one.decision.kind === "recommendation").reverse();
  const shown = useKept(assignments, marked)
    .filter((one) => one.decision.id === marked || passes(one, filter))
    .filter(
      (one) => one.decision.id === marked || !person || one.decision.responsible.includes(person),
    );

  return (
    <div class="page">
      <h1>{heading(assignments)}</h1>
      {assignments.length === 0 ? (
        <div class="mt-4">
          <EmptyRoom
            title="Поручения берутся из протоколов"
            action={
              hasRoom("meetings") && (
                <ButtonLink look="main" href={href("meetings")}>
                  Открыть заседания
                </ButtonLink>
              )
            }
          >
            Запишите в протоколе решение, у которого есть ответственный и срок: оно появится здесь,
            и программа напомнит о нём.
          </EmptyRoom>
        </div>
      ) : (
        <>
          <div class="mt-4 rowp decisions__filters">
            <Segments
              label="Какие поручения показать"
              value={filter}
              options={FILTERS}
              onChange={setFilter}
            />
            <Choice
              quiet
              label="Чьи поручения показать"
              value={person}
              options={[{ value: "", label: "Все ответственные" }, ...peopleOf(assignments)]}
              onSave={setPerson}
            />
          </div>
          {shown.length > 0 ? (
            <Table shown={shown} marked={marked} onMark={setMarked} />
          ) : (
            <p class="mt-4 lead">{nothing(filter, person)}</p>
          )}
        </>
      )}
      {recommended.length > 0 && <Recommendations list={recommended} />}
    </div>
  );
}

/**
 * What was not done or taken off stands only among all: it is neither open nor fulfilled.
 *
 * @param {PlacedDecision} placed
 * @param {string} filter
 */
function passes({ open, decision }, filter) {
  if (filter === "all") return true;
  if (filter === "open") return open;
  const state = decision.mark?.state;
  return !open && (state === "done" || state === "done_in_part");
}

/**
 * The order of the table. While an assignment is being marked it keeps its place: a row must not leave from
 * under the hands.
 *
 * @param {PlacedDecision[]} assignments
 * @param {string} marked
 */
function useKept(assignments, marked) {
  const sorted = [...assignments].reverse().sort(byUrgency);
  const [kept, setKept] = useState(/** @type {string[]} */ ([]));
  useEffect(() => setKept(marked ? sorted.map((one) => one.decision.id) : []), [marked]);
  if (!marked || kept.length === 0) return sorted;
  const place = (/** @type {PlacedDecision} */ one) => kept.indexOf(one.decision.id);
  return sorted.sort((a, b) => place(a) - place(b));
}

/** @param {{shown: PlacedDecision[], marked: string, onMark: (id: string) => void}} props */
function Table({ shown, marked, onMark }) {
  // In large letters the rows become blocks; the roles keep it a table for a screen reader even then.
  return (
    <table class="mt-4 decisions" role="table" aria-label="Поручения">
      <thead role="rowgroup">
        <tr role="row">
          {["Протокол", "Поручение", "Ответственный", "Срок", "Отметка"].map((name) => (
            <th key={name} role="columnheader" scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {shown.map((one) => (
          <AssignmentRow
            key={one.decision.id}
            placed={one}
            opened={one.decision.id === marked}
            onOpen={(open) => onMark(open ? one.decision.id : "")}
          />
        ))}
      </tbody>
    </table>
  );
}

/** @param {{list: PlacedDecision[]}} props */
function Recommendations({ list }) {
  return (
    <section class="mt-5" aria-labelledby="recommended">
      <h2 id="recommended">Рекомендации</h2>
      <p class="soft">За их выполнением программа не следит: они никого не обязывают.</p>
      <ul class="mt-2 lines">
        {list.map(({ meeting, decision, number }) => {
          const address = linkTo("meeting", meeting.id);
          const place = `${protocolName(meeting)}, п.\u00a0${number}`;
          const school = oneOf("organisation", decision.addressee);
          return (
            <li key={decision.id}>
              <div class="when">
                {address ? <a href={address}>{place}</a> : place}
                <small>{longDate(meeting.date)}</small>
              </div>
              <div>
                <p>{decision.text}</p>
                {school && <p class="soft">Кому: {school.short_name || school.name}</p>}
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** @param {PlacedDecision[]} assignments */
function heading(assignments) {
  if (assignments.length === 0) return "Поручений пока нет";
  const open = assignments.filter((one) => one.open).length;
  const late = assignments.filter((one) => one.overdue).length;
  if (open === 0) return "Открытых поручений нет";
  return `Открытые поручения: ${open}, ${late > 0 ? `просрочено ${late}` : "просроченных нет"}`;
}

/** @param {PlacedDecision[]} assignments */
function peopleOf(assignments) {
  const ids = new Set(assignments.flatMap((one) => one.decision.responsible));
  return [...ids]
    .map((value) => ({ value, label: personName(value) }))
    .sort((a, b) => a.label.localeCompare(b.label, "ru"));
}

/**
 * @param {string} filter
 * @param {string} person
 */
function nothing(filter, person) {
  const which =
    { open: "открытых поручений", done: "исполненных поручений" }[filter] ?? "поручений";
  return person
    ? `${personName(person)}: ${which} нет.`
    : `${which.charAt(0).toUpperCase()}${which.slice(1)} нет.`;
}
