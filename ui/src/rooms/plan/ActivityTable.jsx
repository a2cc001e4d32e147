/** @import {Group} from "./choosing.js" */
/** @import {Picked, Place} from "./picking.js" */
import { Fragment } from "preact";
import { useMemo, useRef, useState } from "preact/hooks";

import { oneOf } from "../../state/records.js";
import { go, href } from "../../state/route.js";
import { monthsOf } from "../../words/dates.js";
import { focusField } from "../../components/field/focus-field.js";
import { useGrown } from "../../components/use-grown.js";
import { ActivityRow, rowId } from "./ActivityRow.jsx";
import { GroupHead } from "./GroupHead.jsx";
import { MarkInRow } from "./MarkInRow.jsx";
import { reaching, seenOf, toggled } from "./picking.js";
import "./activity-table.css";

const COLUMNS = ["Срок", "Мероприятие", "Ответственный", "Результат", "Отметка"];

/**
 * The rows of the plan under their headings. One row at a time is reached by Tab; the arrows go from row to
 * row, with Shift they tick, with Alt they take the row to the month before or after. What came of a row is
 * written under it; from there Enter leads to the next one without a mark.
 *
 * @param {{groups: Group[], year: number, places: Place[], picked: Picked, onPicked: (picked: Picked) => void,
 *   onMove: (id: string, from: string, to: string) => void, onAdd: (group: Group) => void}} props
 *   `places` of the rows as they are seen
 */
export function ActivityTable({ groups, year, places, picked, onPicked, onMove, onAdd }) {
  const [current, setCurrent] = useState("");
  const [marking, setMarking] = useState("");
  const body = useRef(/** @type {HTMLTableElement | null} */ (null));
  const total = groups.reduce((sum, one) => sum + one.lines.length, 0);
  const grown = useGrown(total, groups.map((group) => group.id).join());
  const first = groups.find((group) => group.lines.length > 0);
  const there = groups.some((group) =>
    group.lines.some(({ activity }) => rowId(group.id, activity.id) === current),
  );
  const reached = there ? current : rowId(first?.id ?? "", first?.lines[0]?.activity.id ?? "");

  // What the rows call is the newest, though they are not drawn again for it.
  const latest = useRef({ places, picked, onPicked, onMove });
  latest.current = { places, picked, onPicked, onMove };
  const calls = useMemo(
    () => ({
      /** @type {(place: Place, range: boolean) => void} */
      pick(place, range) {
        const { places: seen, picked: now, onPicked: put } = latest.current;
        put(range ? reaching(now, seen, place) : toggled(now, place));
      },
      /** @type {(place: Place) => void} */
      mark: ({ group, id }) =>
        setMarking((now) => (now === rowId(group, id) ? "" : rowId(group, id))),
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
    const place = placeOf(row);
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
            ? { ...picked, from: picked.from ?? place }
            : toggled(picked, place);
          onPicked(reaching(from, places, placeOf(to)));
        }
        to.focus();
      };
    }
    if (code === "Space") return () => calls.pick(place, shiftKey);
    if (code === "F2") return () => calls.mark(place);
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
    const line = group?.lines.find((line) => line.activity.id === id);
    if (!group || !line) return;
    const months = monthsOf(year);
    const own = line.term?.months ?? [];
    const from = group.month || own[0] || "";
    const to = months[months.indexOf(from) + by];
    if (to) onMove(id, from, to);
  }

  /**
   * From one row to the next that has no mark: of the ticked ones where some are ticked, else of all.
   *
   * @param {Place} from
   */
  function markNext(from) {
    const at = places.findIndex((place) => place.group === from.group && place.id === from.id);
    const some = seenOf(picked, places);
    const next = places
      .slice(at + 1)
      .find(
        ({ id }) =>
          id !== from.id &&
          (some.length === 0 || some.includes(id)) &&
          !oneOf("activity", id)?.mark,
      );
    setMarking(next ? rowId(next.group, next.id) : "");
    if (!next) focusField(rowId(from.group, from.id));
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
              // How high the group is while nobody sees it.
              style={{ "--rows": group.lines.length }}
              onKeyDown={onKeyDown}
              onFocusCapture={(event) => {
                const row = /** @type {HTMLElement} */ (event.target).closest("tr[data-row]");
                if (row) setCurrent(row.id);
              }}
            >
              <GroupHead group={group} onAdd={onAdd} />
              {drawn.map((line) => {
                const here = rowId(group.id, line.activity.id);
                const place = { group: group.id, id: line.activity.id };
                return (
                  <Fragment key={line.activity.id}>
                    <RowSlot
                      line={line}
                      group={group.id}
                      month={group.month}
                      year={year}
                      reached={here === reached}
                      picked={picked.ids.has(line.activity.id)}
                      marking={here === marking}
                      onPick={calls.pick}
                      onMark={calls.mark}
                      onMove={calls.move}
                    />
                    {here === marking && (
                      <MarkInRow
                        activity={line.activity}
                        year={year}
                        onNext={() => markNext(place)}
                        onClose={() => {
                          setMarking("");
                          focusField(here);
                        }}
                      />
                    )}
                  </Fragment>
                );
              })}
            </tbody>
          );
        })}
      </table>
      <p class="mt-2 small soft" id="acts-keys">
        С клавиатуры: <kbd>↑</kbd> и <kbd>↓</kbd> — по строкам, <kbd>Пробел</kbd> — отметить,{" "}
        <kbd>Shift</kbd> и стрелка — отметить несколько, <kbd>Alt</kbd> и <kbd>←</kbd> или{" "}
        <kbd>→</kbd> — на месяц раньше или позже, <kbd>F2</kbd> — записать, что вышло,{" "}
        <kbd>Enter</kbd> — открыть.
      </p>
    </>
  );
}

/** @param {HTMLElement} row @returns {Place} */
const placeOf = (row) => ({ group: row.dataset["group"] ?? "", id: row.dataset["row"] ?? "" });

/**
 * Draws its row again only when that row changed: a tick must not cost six hundred rows.
 *
 * @param {Parameters<typeof ActivityRow>[0]} props
 */
function RowSlot(props) {
  const { line, group, month, year, reached, picked, marking, onPick, onMark, onMove } = props;
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
      marking,
      onPick,
      onMark,
      onMove,
    ],
  );
}
