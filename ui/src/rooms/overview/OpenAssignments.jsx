/** @import {OpenDecision, Overview} from "../../api/types/findings" */
/** @import {PlacedDecision} from "../../features/assignments/assignments.js" */
import { Button, ButtonLink } from "../../components/button/Button.jsx";
import { Status } from "../../components/status/Status.jsx";
import { today } from "../../state/file.js";
import { href, hrefOf } from "../../state/route.js";
import { NBSP, dayAndMonth, daysBetween, longDate } from "../../words/dates.js";
import { counted } from "../../words/numbers.js";
import { decisionsHere, markDoneToday } from "../../features/assignments/decisions-here.js";

/** Recommendations beyond this many are the matter of «Решения». */
const RECOMMENDATIONS = 2;

/**
 * Who still owes what, late first, each with its one press.
 *
 * @param {{seen: Overview}} props
 */
export function OpenAssignments({ seen }) {
  const open = [...seen.assignments].sort((a, b) =>
    a.overdue === b.overdue
      ? (a.due ?? "9999").localeCompare(b.due ?? "9999")
      : Number(b.overdue) - Number(a.overdue),
  );
  return (
    <section aria-labelledby="open">
      <h2 id="open" tabIndex={-1}>
        {open.length > 0 ? `Открытые поручения:${NBSP}${open.length}` : "Открытых поручений нет"}
      </h2>
      {open.length > 0 && (
        <ol class="lines">
          {open.map((one) => (
            <Line key={`${one.meeting}/${one.number}`} one={one} />
          ))}
        </ol>
      )}
      {seen.recommendations.slice(0, RECOMMENDATIONS).map((one) => (
        <p key={`${one.meeting}/${one.number}`} class="mt-2 soft">
          {opening(one)}
          <Recommended one={one} />
        </p>
      ))}
      <p class="mt-2">
        <a href={href("decisions")}>
          {seen.recommendations.length > 0
            ? `Все поручения и рекомендации (${seen.recommendations.length})`
            : "Все поручения"}
        </a>
      </p>
    </section>
  );
}

/**
 * «Рекомендовать …» says by itself what it is; any other beginning, and a term, want a word before them.
 *
 * @param {OpenDecision} one
 */
function opening({ term, text }) {
  if (term) return `Рекомендация, ${term}: `;
  return /^рекоменд/i.test(text.trim()) ? "" : "Рекомендация: ";
}

/**
 * The text of a recommendation, and one press to its protocol.
 *
 * @param {{one: OpenDecision}} props
 */
function Recommended({ one }) {
  const protocol = hrefOf("meeting", one.meeting);
  const name = protocolPlace(one).replace(/^П/, "п");
  return (
    <>
      {one.text} (<a href={protocol}>{name}</a>)
    </>
  );
}

/**
 * «Протокол № 2, п. 1.2»
 *
 * @param {OpenDecision} one
 */
const protocolPlace = ({ protocol, number }) =>
  `Протокол ${protocol ? `№${NBSP}${protocol}` : "без номера"}, п.${NBSP}${number}`;

/**
 * The line goes away with its button, so the focus goes to the heading of the list.
 *
 * @param {PlacedDecision} placed
 */
function done(placed) {
  markDoneToday(placed);
  document.getElementById("open")?.focus();
}

/** @param {{one: OpenDecision}} props */
function Line({ one }) {
  const placed = decisionsHere.value.find(
    ({ meeting, number }) => meeting.id === one.meeting && number === one.number,
  );
  const protocol = hrefOf("meeting", one.meeting);
  const name = protocolPlace(one);
  return (
    <li>
      <div class="when">
        {one.due ? `до ${shown(one.due)}` : one.term || "без срока"}
        {one.due && !one.overdue && <small>{left(one.due)}</small>}
      </div>
      <div>
        <b>{one.responsible || "Ответственный не назначен"}</b>
        <p>{one.text}</p>
        {one.overdue && one.due && (
          <Status kind="late">
            просрочено на {counted(daysBetween(one.due, today.value), "день", "дня", "дней")}
          </Status>
        )}
        <p class="act">
          {placed && (
            <Button look="quiet" sign="check" onClick={() => done(placed)}>
              <span>
                Выполнено<span class="hidden">: {name}</span>
              </span>
            </Button>
          )}
          {placed && (
            <ButtonLink look="quiet" href={href("decisions", placed.decision.id)}>
              <span>
                Перенести…<span class="hidden"> {name}</span>
              </span>
            </ButtonLink>
          )}
          <ButtonLink look="quiet" href={protocol}>
            {name}
          </ButtonLink>
        </p>
      </div>
    </li>
  );
}

/**
 * A day of this year needs no year; one of another does.
 *
 * @param {string} date
 */
function shown(date) {
  return date.slice(0, 4) === today.value.slice(0, 4) ? dayAndMonth(date) : longDate(date);
}

/** @param {string} due */
function left(due) {
  const days = daysBetween(today.value, due);
  return days === 0 ? "сегодня" : counted(days, "день", "дня", "дней");
}
