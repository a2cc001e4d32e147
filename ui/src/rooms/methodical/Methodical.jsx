/** @import {Journal} from "../../api/types/records" */
import { JOURNALS } from "../../api/types/journals.js";
import { KINDS } from "../../api/types/kinds.js";
import { Tick } from "../../components/field/Tick.jsx";
import {
  keepJournal,
  keptJournals,
  kindsIn,
  tickedJournals,
} from "../../features/journals/kept.js";
import { ClauseLinks } from "../../features/clauses/ClauseLink.jsx";
import { yearOf } from "../../features/journal/declared.js";
import { year } from "../../state/file.js";
import { allOf } from "../../state/records.js";
import { href } from "../../state/route.js";
import { counted } from "../../words/numbers.js";
import "./methodical.css";

/**
 * The methodical work: the journals that are kept, and the choice of them. Whoever keeps none sees only the choice.
 */
export function Methodical() {
  const kept = keptJournals.value;
  return (
    <div class="page methodical">
      <h1>Методическая работа</h1>
      {kept.length > 0 && (
        <ul class="methodical__journals mt-4" aria-label="Что ведётся">
          {kept.map((journal) => (
            <li key={journal.id}>
              <a href={href(journal.room)}>{journal.title}</a>
              <span class="soft">{whatStands(journal.room)}</span>
            </li>
          ))}
        </ul>
      )}
      <section class="mt-5" aria-labelledby="methodical-choice">
        <h2 id="methodical-choice">Что вести?</h2>
        <p class="mt-1 soft">
          Всё это по желанию. Отметьте, что вам нужно: записи отсюда сами попадут в отметки плана,
          отчёт и справку. Ненужное не отмечайте, программа о нём не напомнит.
        </p>
        <ul class="methodical__choice mt-3">
          {JOURNALS.map((journal) => (
            <li key={journal.id}>
              <Choice journal={journal} />
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}

/** @param {{journal: (typeof JOURNALS)[number]}} props */
function Choice({ journal: { id, room, title, why, clauses } }) {
  const ticked = tickedJournals.value.includes(id);
  const stays = !ticked && keptJournals.value.some((journal) => journal.id === id);
  return (
    <>
      <Tick
        checked={ticked || stays}
        disabled={stays}
        onChange={(keep) => keepJournal(/** @type {Journal} */ (id), keep)}
      >
        {title}
      </Tick>
      <p class="soft">
        {why} (<ClauseLinks numbers={clauses.split(", ")} />)
        {stays && ` Здесь уже есть записи, поэтому раздел «${title}» остаётся.`}
        {!stays && ticked && kindsIn(room).some((kind) => allOf(kind).length > 0) && (
          <> Записи останутся, даже если снять отметку.</>
        )}
      </p>
    </>
  );
}

/**
 * What stands in a journal in the year that is looked at: «9 консультаций».
 *
 * @param {string} room
 */
function whatStands(room) {
  const kinds = kindsIn(room);
  if (kinds.length === 0) return "";
  const words = kinds.flatMap((kind) => {
    const records = /** @type {any[]} */ (allOf(kind));
    const count = records.filter((record) => [null, year.value].includes(yearOf(record))).length;
    const [one, few, many] = KINDS[kind].words.counted;
    if (count > 0) return [counted(count, one, few, many)];
    // What is kept for many years, as documents are, counts whole.
    return records.length > 0 ? [`всего ${counted(records.length, one, few, many)}`] : [];
  });
  return words.join(", ") || "записей пока нет";
}
