/** @import {Line, Order} from "./choosing.js" */
import { useMemo, useRef, useState } from "preact/hooks";

import { Button } from "../../components/button/Button.jsx";
import { Icon } from "../../components/icon/Icon.jsx";
import { go, href } from "../../state/route.js";
import { focusField } from "../../components/field/focus-field.js";
import { markDoneToday } from "../../features/assignments/decisions-here.js";
import { want } from "./lines-here.js";
import { AssignmentRow, rowId } from "./AssignmentRow.jsx";

/** So many rows are drawn at once: ten years of them would be felt at each change of a filter. */
const PART = 30;

/** @type {{name: string, order?: Order, sort?: "ascending" | "descending"}[]} */
const COLUMNS = [
  { name: "Протокол", order: "protocol", sort: "descending" },
  { name: "Поручение" },
  { name: "Ответственный", order: "person", sort: "ascending" },
  { name: "Срок", order: "term", sort: "ascending" },
  { name: "Отметка" },
];

/**
 * The assignments. One row at a time is reached by Tab; the arrows go from row to row, and a row answers to a few
 * keys, so that a list is marked without leaving it. With another thing `asked` for, the list
 * begins anew.
 *
 * @param {{shown: Line[], asked: string, order: Order, marked: string, onMark: (id: string) => void}} props
 */
export function AssignmentTable({ shown, asked, order, marked, onMark }) {
  const [current, setCurrent] = useState("");
  const [grown, setGrown] = useState({ asked, parts: 1 });
  const parts = grown.asked === asked ? grown.parts : 1;
  const drawn = shown.slice(0, parts * PART);
  const body = useRef(/** @type {HTMLTableSectionElement | null} */ (null));
  const reached = drawn.some((part) => part.placed.decision.id === current)
    ? current
    : drawn[0]?.placed.decision.id;

  /** Draws the next part and goes to its first row. */
  function more() {
    const next = shown[drawn.length]?.placed.decision.id;
    if (!next) return;
    setGrown({ asked, parts: parts + 1 });
    focusField(rowId(next));
  }

  /** @param {KeyboardEvent} event */
  function onKeyDown(event) {
    const row = event.target;
    // What is typed in a field or done with a button of the row is its own affair.
    if (!(row instanceof HTMLTableRowElement) || event.ctrlKey || event.altKey || event.metaKey)
      return;
    const line = drawn.find((part) => part.placed.decision.id === row.dataset["row"]);
    const act = line && meaning(event.code, row, line);
    if (!act) return;
    event.preventDefault();
    act();
  }

  /**
   * What a key does to the row that has the focus. «П» is told by its place on the keyboard.
   *
   * @param {string} code
   * @param {HTMLTableRowElement} row
   * @param {Line} line
   * @returns {(() => void) | null}
   */
  function meaning(code, row, { placed }) {
    const { id } = placed.decision;
    const rows = [
      .../** @type {NodeListOf<HTMLElement>} */ (
        body.current?.querySelectorAll("[data-row]") ?? []
      ),
    ];
    const at = rows.indexOf(row);
    switch (code) {
      case "ArrowDown":
        return () => (rows[at + 1] ? rows[at + 1]?.focus() : more());
      case "ArrowUp":
        return () => rows[at - 1]?.focus();
      case "Home":
        return () => rows[0]?.focus();
      case "End":
        return () => rows.at(-1)?.focus();
      case "Space":
      case "Enter":
      case "NumpadEnter":
        return placed.open ? () => markDoneToday(placed) : () => onMark(id);
      case "ArrowRight":
        return () => onMark(id);
      case "ArrowLeft":
      case "Escape":
        return marked === id ? () => onMark("") : null;
      case "KeyG":
        return () => go(href("meetings", placed.meeting.id, id));
      default:
        return null;
    }
  }

  // In large letters the rows become blocks; the roles keep it a table for a screen reader even then.
  return (
    <>
      <table
        class="mt-2 decisions"
        role="grid"
        aria-label="Поручения"
        aria-describedby="decisions-keys"
      >
        <thead role="rowgroup">
          <tr role="row">
            {COLUMNS.map(({ name, order: by, sort }) => (
              <th
                key={name}
                role="columnheader"
                scope="col"
                aria-sort={by === order ? sort : undefined}
              >
                {by ? (
                  <Button look="quiet" flush onClick={() => want({ order: by })}>
                    <span>
                      <span class="hidden">Упорядочить: </span>
                      {name}
                    </span>
                    {by === order && <Icon sign="lower" small />}
                  </Button>
                ) : (
                  name
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody
          role="rowgroup"
          ref={body}
          onKeyDown={onKeyDown}
          onFocusCapture={(event) => {
            const row = /** @type {HTMLElement} */ (event.target).closest("[data-row]");
            if (row instanceof HTMLElement) setCurrent(row.dataset["row"] ?? "");
          }}
        >
          {drawn.map((line) => (
            <RowSlot
              key={line.placed.decision.id}
              line={line}
              opened={line.placed.decision.id === marked}
              reached={line.placed.decision.id === reached}
              onOpen={onMark}
            />
          ))}
        </tbody>
      </table>
      {drawn.length < shown.length && (
        <p class="mt-3">
          <Button sign="down" onClick={more}>
            Показать ещё {Math.min(PART, shown.length - drawn.length)}
          </Button>
        </p>
      )}
      <p class="mt-2 small soft" id="decisions-keys">
        С клавиатуры: <kbd>↑</kbd> и <kbd>↓</kbd> — по строкам, <kbd>Пробел</kbd> — выполнено
        сегодня, <kbd>→</kbd> — подробнее, <kbd>П</kbd> — к месту в протоколе.
      </p>
    </>
  );
}

/**
 * Draws its row again only when that row changed: a mark must not cost four hundred rows.
 *
 * @param {Parameters<typeof AssignmentRow>[0]} props
 */
function RowSlot(props) {
  const { line, opened, reached, onOpen } = props;
  const { meeting, decision, number, due, open, overdue } = line.placed;
  return useMemo(
    () => <AssignmentRow {...props} />,
    [
      decision,
      number,
      due,
      open,
      overdue,
      meeting.date,
      meeting.protocol?.number,
      line.people.join(),
      opened,
      reached,
      onOpen,
    ],
  );
}
