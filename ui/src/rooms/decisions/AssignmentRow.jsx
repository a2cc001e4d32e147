/** @import {Term} from "../../api/types/records" */
/** @import {PlacedDecision} from "../../features/assignments/assignments.js" */
/** @import {Line} from "./choosing.js" */
import { useEffect, useRef } from "preact/hooks";

import { Button } from "../../components/button/Button.jsx";
import { Status } from "../../components/status/Status.jsx";
import { today } from "../../state/file.js";
import { href } from "../../state/route.js";
import { NBSP, daysBetween, partialDate, shortDate } from "../../words/dates.js";
import { counted } from "../../words/numbers.js";
import { termWords } from "../../words/terms.js";
import { protocolName } from "../../features/assignments/decisions-here.js";
import { DecisionMark } from "../../features/assignments/DecisionMark.jsx";

/** @param {string} decision */
export const rowId = (decision) => `row-${decision}`;

/**
 * One assignment, and under it, once opened, what came of it. The row and what stands in it are met by Tab
 * only where the row is the one that is `reached`.
 *
 * @param {{line: Line, opened: boolean, reached: boolean, onOpen: (id: string) => void}} props
 */
export function AssignmentRow({ line, opened, reached, onOpen }) {
  const { placed, people } = line;
  const { meeting, decision, number, term } = placed;
  const approved = decision.term;
  const name = protocolName(meeting);
  const row = useRef(/** @type {HTMLTableRowElement | null} */ (null));
  useEffect(() => {
    if (opened) row.current?.scrollIntoView({ block: "nearest" });
  }, [opened]);
  const tabIndex = reached ? 0 : -1;
  const place = (
    <>
      {name},{" "}
      <span class="nb">
        п.{NBSP}
        {number}
      </span>
    </>
  );
  return (
    <>
      <tr
        role="row"
        ref={row}
        id={rowId(decision.id)}
        data-row={decision.id}
        tabIndex={tabIndex}
        class={opened ? "decisions__row decisions__open" : "decisions__row"}
      >
        <th role="rowheader" scope="row">
          <a href={href("meetings", meeting.id, decision.id)} tabIndex={tabIndex}>
            {place}
          </a>
          <small>{shortDate(meeting.date)}</small>
        </th>
        <td role="gridcell">{decision.text || "Без текста"}</td>
        <td role="gridcell">
          {people.length > 0 ? people.map((one) => <div key={one}>{one}</div>) : "не назначен"}
        </td>
        <td role="gridcell">
          {inTable(term?.term ?? null) || "без срока"}
          {placed.derived.moved && (
            <small>
              был {inTable(approved) || "без срока"}
              {decision.moves.length > 1 &&
                `, перенесён ${counted(decision.moves.length, "раз", "раза", "раз")}`}
              {decision.moves.at(-1)?.reason && `: ${decision.moves.at(-1)?.reason}`}
            </small>
          )}
        </td>
        <td role="gridcell">
          <Standing placed={placed} />
          <div>
            <Button
              look="quiet"
              flush
              tabIndex={tabIndex}
              expanded={opened}
              onClick={() => onOpen(opened ? "" : decision.id)}
            >
              <span>
                {opened ? "Готово" : decision.mark ? "Изменить" : "Отметить"}
                <span class="hidden">
                  {" "}
                  поручение {number}, протокол {name}
                </span>
              </span>
            </Button>
          </div>
        </td>
      </tr>
      {opened && (
        <tr role="row" class="decisions__form">
          <td role="gridcell" colSpan={5}>
            <DecisionMark placed={placed} row={rowId(decision.id)} />
          </td>
        </tr>
      )}
    </>
  );
}

/**
 * How the assignment stands, by the shape and in words.
 *
 * @param {{placed: PlacedDecision}} props
 */
function Standing({ placed }) {
  const { decision, due, open, overdue, derived } = placed;
  const { mark } = decision;
  if (open && overdue && due) {
    const days = daysBetween(due, today.value);
    const long = days > 365 ? "больше чем на год" : `на ${counted(days, "день", "дня", "дней")}`;
    return <Status kind="late">просрочено {long}</Status>;
  }
  if (open) {
    if (mark && derived.mark_from)
      return (
        <Status kind="later">отмечено на {partialDate(mark.date ?? derived.mark_from)}</Status>
      );
    return derived.state === "moved" ? (
      <Status kind="moved">{derived.words}</Status>
    ) : (
      <Status kind="later">{left(due)}</Status>
    );
  }
  if (!mark) return null;
  const said = [mark.result, mark.reason].filter(Boolean).join("; ");
  return (
    <>
      <Status kind={DRAWN[mark.state]}>
        {derived.words}
        {derived.late ? ", позже срока" : ""}
      </Status>
      <small>
        {[mark.date && partialDate(mark.date), said].filter(Boolean).join(", ")}
        {!said && (mark.state === "not_done" || mark.state === "cancelled") && (
          <>, причина не указана</>
        )}
      </small>
    </>
  );
}

const DRAWN = /** @type {const} */ ({
  done: "done",
  done_in_part: "going",
  not_done: "off",
  cancelled: "off",
});

/** @type {const} */ ({
  done: { kind: "done", word: "выполнено" },
  done_in_part: { kind: "going", word: "выполнено частично" },
  not_done: { kind: "off", word: "не выполнено" },
  cancelled: { kind: "off", word: "снято" },
});

/**
 * A term with its day as tables write it: «до 31.08.2026».
 *
 * @param {Term | null} term
 */
function inTable(term) {
  if (term?.form === "day") return shortDate(term.date);
  if (term?.form === "until") return `до${NBSP}${shortDate(term.date)}`;
  return termWords(term);
}

/** @param {string | null} due */
function left(due) {
  if (!due) return "ждёт отметки";
  const days = daysBetween(today.value, due);
  return days === 0 ? "срок сегодня" : `ещё ${counted(days, "день", "дня", "дней")}`;
}
