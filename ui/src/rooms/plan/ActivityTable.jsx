/** @import {Group} from "./choosing.js" */
/** @import {Picked} from "./picking.js" */
/** @import {Direction} from "../../api/types/Direction" */
import { useMemo, useRef, useState } from "preact/hooks";

import { Button } from "../../components/button/Button.jsx";
import { go, href } from "../../state/route.js";
import { monthsOf, NBSP } from "../../words/dates.js";
import { ActivityRow, rowId } from "./ActivityRow.jsx";
import { reaching, toggled } from "./picking.js";
import { monthsOfTerm, termInForce } from "./rows.js";
import { useGrown } from "../parts/use-grown.js";

const COLUMNS = ["Срок", "Мероприятие", "Ответственный", "Результат", "Отметка о выполнении"];

/**
 * The rows of the plan under their headings. One row at a time is reached by Tab; the arrows go from row to
 * row, with Shift they tick, with Alt they take the row to the month before or after.
 *
 * @param {{groups: Group[], year: number, order: string[], picked: Picked, onPicked: (picked: Picked) => void,
 *   onMove: (id: string, from: string, to: string) => void, onAdd: (direction: Direction) => void}} props
 *   `order` is the rows as they are seen, each once
 */
export function ActivityTable({ groups, year, order, picked, onPicked, onMove, onAdd }) {
  const [current, setCurrent] = useState("");
  const body = useRef(/** @type {HTMLTableElement | null} */ (null));
  const total = groups.reduce((sum, one) => sum + one.lines.length, 0);
  const grown = useGrown(total, groups.map((one) => one.id).join());
  const first = groups.find((one) => one.lines.length > 0);
  const there = groups.some((one) =>
    one.lines.some(({ activity }) => rowId(one.id, activity.id) === current),
  );
  const reached = there ? current : rowId(first?.id ?? "", first?.lines[0]?.activity.id ?? "");

  // What the rows call is the newest, though they are not drawn again for it.
  const latest = useRef({ order, picked, onPicked, onMove });
  latest.current = { order, picked, onPicked, onMove };
  const calls = useMemo(
    () => ({
      /** @type {(id: string, range: boolean) => void} */
      pick(id, range) {
        const { order: seen, picked: now, onPicked: put } = latest.current;
        put(range ? reaching(now, seen, id) : toggled(now, id));
      },
      /** @type {(id: string, from: string, to: string) => void} */
      move: (id, from, to) => latest.current.onMove(id, from, to),
    }),
    [],
  );

  /** @param {KeyboardEvent} event */
  function onKeyDown(event) {
    const row = event.target;
    // What is done with the tick or the link of a row is its own affair.
    if (!(row instanceof HTMLTableRowElement) || event.ctrlKey || event.metaKey) return;
    const act = meaning(event, row);
    if (!act) return;
    event.preventDefault();
    act();
  }

  /**
   * @param {KeyboardEvent} event
   * @param {HTMLTableRowElement} row
   * @returns {(() => void) | null}
   */
  function meaning({ code, altKey, shiftKey }, row) {
    const id = row.dataset["row"] ?? "";
    const rows = [
      .../** @type {NodeListOf<HTMLElement>} */ (
        body.current?.querySelectorAll("tr[data-row]") ?? []
      ),
    ];
    const at = rows.indexOf(row);
    if (altKey) {
      if (code === "ArrowLeft") return () => step(row, id, -1);
      return code === "ArrowRight" ? () => step(row, id, 1) : null;
    }
    const to = { ArrowDown: rows[at + 1], ArrowUp: rows[at - 1], Home: rows[0], End: rows.at(-1) }[
      code
    ];
    if (to) {
      return () => {
        if (shiftKey) {
          const from = picked.ids.has(id)
            ? { ...picked, from: picked.from || id }
            : toggled(picked, id);
          onPicked(reaching(from, order, to.dataset["row"] ?? id));
        }
        to.focus();
      };
    }
    if (code === "Space") return () => calls.pick(id, shiftKey);
    if (code === "Enter" || code === "NumpadEnter") return () => go(href("plan", id));
    return null;
  }

  /**
   * @param {HTMLTableRowElement} row
   * @param {string} id
   * @param {-1 | 1} by
   */
  function step(row, id, by) {
    const group = groups.find((one) => one.id === row.dataset["group"]);
    const line = group?.lines.find((one) => one.activity.id === id);
    if (!group || !line) return;
    const months = monthsOf(year);
    const own = monthsOfTerm(termInForce(line.activity), year);
    const from = group.month || own[0] || "";
    const to = months[months.indexOf(from) + by];
    if (to) onMove(id, from, to);
  }

  let left = grown;
  return (
    <>
      <table
        class="acts"
        role="grid"
        aria-label="Мероприятия"
        aria-describedby="acts-keys"
        ref={body}
      >
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col" class="acts__pick">
              <span class="hidden">Отметка для общих действий</span>
            </th>
            {COLUMNS.map((name) => (
              <th key={name} role="columnheader" scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        {groups.map((group) => {
          const drawn = group.lines.slice(0, Math.max(0, left));
          left -= group.lines.length;
          return (
            <tbody
              key={group.id}
              role="rowgroup"
              data-month={group.month || undefined}
              onKeyDown={onKeyDown}
              onFocusCapture={(event) => {
                const row = /** @type {HTMLElement} */ (event.target).closest("tr[data-row]");
                if (row) setCurrent(row.id);
              }}
            >
              <tr class="grp" role="row">
                <th role="rowheader" scope="rowgroup" colSpan={6}>
                  {group.title}{" "}
                  {group.direction && (
                    <span>
                      п.{NBSP}
                      {group.direction}
                    </span>
                  )}
                </th>
              </tr>
              {drawn.map((line) => (
                <RowSlot
                  key={line.activity.id}
                  line={line}
                  group={group.id}
                  month={group.month}
                  year={year}
                  reached={rowId(group.id, line.activity.id) === reached}
                  picked={picked.ids.has(line.activity.id)}
                  onPick={calls.pick}
                  onMove={calls.move}
                />
              ))}
              {group.lines.length === 0 && <None group={group} onAdd={onAdd} />}
            </tbody>
          );
        })}
      </table>
      <p class="mt-2 small soft" id="acts-keys">
        С клавиатуры: <kbd>↑</kbd> и <kbd>↓</kbd> — по строкам, <kbd>Пробел</kbd> — отметить,{" "}
        <kbd>Shift</kbd> и стрелка — отметить несколько, <kbd>Alt</kbd> и <kbd>←</kbd> или{" "}
        <kbd>→</kbd> — на месяц раньше или позже, <kbd>Enter</kbd> — открыть.
      </p>
    </>
  );
}

/** @param {{group: Group, onAdd: (direction: Direction) => void}} props */
function None({ group, onAdd }) {
  const { direction } = group;
  return (
    <tr class="acts__none" role="row">
      <td role="gridcell" colSpan={6}>
        <span class="soft">Мероприятий пока нет.</span>{" "}
        {direction && (
          <Button look="quiet" sign="plus" onClick={() => onAdd(direction)}>
            <span>
              Добавить<span class="hidden">: {group.title.toLowerCase()} направление</span>
            </span>
          </Button>
        )}
      </td>
    </tr>
  );
}

/**
 * Draws its row again only when that row changed: a tick must not cost six hundred rows.
 *
 * @param {Parameters<typeof ActivityRow>[0]} props
 */
function RowSlot(props) {
  const { line, group, month, year, reached, picked, onPick, onMove } = props;
  return useMemo(
    () => <ActivityRow {...props} />,
    [
      line.activity,
      line.people.join(),
      line.standing,
      group,
      month,
      year,
      reached,
      picked,
      onPick,
      onMove,
    ],
  );
}
