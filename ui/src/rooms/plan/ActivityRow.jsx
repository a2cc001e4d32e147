/** @import {Line} from "./choosing.js" */
/** @import {Place} from "./picking.js" */
import { Status } from "../../components/status/Status.jsx";
import { go, href } from "../../state/route.js";
import { partialDate } from "../../words/dates.js";
import { dragToMonth } from "./drag-month.js";
import { DIRECTIONS } from "../../features/plan-here/rows.js";
import { dayInRow } from "./terms.js";

/**
 * The name of a row on the page: in the view by month one activity may stand in several.
 *
 * @param {string} group
 * @param {string} activity
 */
export const rowId = (group, activity) => `act-${group}-${activity}`;

/**
 * One activity. By Tab it is met only where it is the one that is `reached`; its term is what the mouse takes
 * hold of, and its mark opens under it.
 *
 * @param {{line: Line, group: string, month: string, year: number, reached: boolean, picked: boolean,
 *   marking: boolean, onPick: (place: Place, range: boolean) => void, onMark: (place: Place) => void,
 *   onMove: (id: string, from: string, to: string) => void}} props `month` where it stands, in that view
 */
export function ActivityRow({
  line,
  group,
  month,
  year,
  reached,
  picked,
  marking,
  onPick,
  onMark,
  onMove,
}) {
  const { activity, people } = line;
  const { id, mark } = activity;
  const to = href("plan", id);
  const { words, status } = line.standing;
  const name = activity.text || "Без названия";
  const tabIndex = reached ? 0 : -1;
  const place = { group, id };
  return (
    <tr
      role="row"
      id={rowId(group, id)}
      data-row={id}
      data-group={group}
      tabIndex={tabIndex}
      aria-selected={picked}
      class="acts__row"
      onClick={() => {
        // A drag of the mouse that marks text is no wish to open the row.
        if (!getSelection()?.toString()) go(to);
      }}
    >
      <td role="gridcell" class="acts__pick" onClick={(event) => event.stopPropagation()}>
        <label class="tick">
          <input
            type="checkbox"
            tabIndex={tabIndex}
            checked={picked}
            onClick={(event) => onPick(place, event.shiftKey)}
          />
          <span class="hidden">Отметить: {name}</span>
        </label>
      </td>
      <td role="gridcell">
        <span
          class="acts__grip"
          title="Перетащите на другой месяц или нажмите Alt и стрелку вбок"
          // The press must not begin to mark text: the whole page would turn blue while the row is carried.
          onMouseDown={(event) => event.preventDefault()}
          onPointerDown={(event) => dragToMonth(event, (next) => onMove(id, month, next))}
          onClick={(event) => event.stopPropagation()}
        >
          {line.term?.in_row || "без срока"}
        </span>
        {activity.time && <span class="small soft">{activity.time}</span>}
        {line.byPlan && <span class="small soft">по плану: {line.byPlan}</span>}
      </td>
      <td role="gridcell">
        <span class="acts__text" title={name}>
          <a href={to} tabIndex={tabIndex}>
            {name}
          </a>
          {activity.expected && <span class="acts__brings soft"> · {activity.expected}</span>}
        </span>
        {activity.venue && <span class="small soft">{activity.venue}</span>}
        {month !== "" && (
          <span class="small soft">
            {DIRECTIONS.find((direction) => direction.id === activity.direction)?.name}
          </span>
        )}
      </td>
      <td role="gridcell">{people.join(", ")}</td>
      <td role="gridcell" class="acts__expected">
        <span class="acts__two" title={activity.expected}>
          {activity.expected}
        </span>
      </td>
      <td role="gridcell" class="acts__came" onClick={(event) => event.stopPropagation()}>
        <button
          type="button"
          class="acts__mark"
          tabIndex={tabIndex}
          aria-expanded={marking}
          title={mark ? "Изменить отметку" : "Записать, что вышло"}
          onClick={() => onMark(place)}
        >
          <Status kind={status}>
            {words}
            {mark?.date && (
              <span class="nb" title={partialDate(mark.date)}>
                {" "}
                {dayInRow(mark.date, year)}
              </span>
            )}
          </Status>
          {(mark?.result || mark?.reason) && (
            <span class="acts__two soft" title={mark.result || mark.reason}>
              {mark.result || mark.reason}
            </span>
          )}
        </button>
      </td>
    </tr>
  );
}
