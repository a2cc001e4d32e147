/** @import {Term} from "../../api/types/Term" */
/** @import {PlacedDecision} from "../parts/assignments.js" */
import { useEffect, useRef } from "preact/hooks";

import { Button } from "../../components/button/Button.jsx";
import { Status } from "../../components/status/Status.jsx";
import { today } from "../../state/file.js";
import { NBSP, daysBetween, partialDate, shortDate } from "../../words/dates.js";
import { counted } from "../../words/numbers.js";
import { termWords } from "../../words/terms.js";
import { termEnd } from "../parts/assignments.js";
import { personName, protocolName } from "../parts/decisions-here.js";
import { linkTo } from "../parts/room-link.js";
import { MarkForm } from "./MarkForm.jsx";

/**
 * One assignment, and under it, once opened, what came of it.
 *
 * @param {{placed: PlacedDecision, opened: boolean, onOpen: (open: boolean) => void}} props
 */
export function AssignmentRow({ placed, opened, onOpen }) {
  const { meeting, decision, number, term } = placed;
  const address = linkTo("meeting", meeting.id);
  const name = protocolName(meeting);
  const row = useRef(/** @type {HTMLTableRowElement | null} */ (null));
  useEffect(() => {
    if (opened) row.current?.scrollIntoView({ block: "nearest" });
  }, [opened]);
  const who = decision.responsible.map(personName);
  return (
    <>
      <tr role="row" ref={row} class={opened ? "decisions__open" : undefined}>
        <th role="rowheader" scope="row">
          {address ? <a href={address}>{name}</a> : name}
          <span class="nb">
            , п.{"\u00a0"}
            {number}
          </span>
          <small>{shortDate(meeting.date)}</small>
        </th>
        <td role="cell">{decision.text || "Без текста"}</td>
        <td role="cell">
          {who.length > 0 ? who.map((one) => <div key={one}>{one}</div>) : "не назначен"}
        </td>
        <td role="cell">
          {inTable(term) || "без срока"}
          {decision.moves.length > 0 && term !== decision.term && (
            <small>был {inTable(decision.term) || "без срока"}</small>
          )}
        </td>
        <td role="cell">
          <Standing placed={placed} />
          <div>
            <Button look="quiet" flush expanded={opened} onClick={() => onOpen(!opened)}>
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
          <td role="cell" colSpan={5}>
            <MarkForm placed={placed} />
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
  const { decision, due, open, overdue, meeting } = placed;
  const { mark } = decision;
  if (open && overdue && due) {
    const days = counted(daysBetween(due, today.value), "день", "дня", "дней");
    return <Status kind="late">просрочено на {days}</Status>;
  }
  if (open) {
    if (mark?.date) return <Status kind="later">отмечено на {partialDate(mark.date)}</Status>;
    return decision.moves.length > 0 ? (
      <Status kind="moved">перенесено</Status>
    ) : (
      <Status kind="later">{left(due)}</Status>
    );
  }
  if (!mark) return null;
  const end = termEnd(decision.term, meeting.school_year);
  const after = mark.state === "done" && end && mark.date && end < mark.date;
  const said = [mark.result, mark.reason].filter(Boolean).join("; ");
  return (
    <>
      <Status kind={STANDING[mark.state].kind}>
        {STANDING[mark.state].word}
        {after ? ", позже срока" : ""}
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

const STANDING = /** @type {const} */ ({
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
