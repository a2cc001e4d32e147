/** @import {Line} from "./choosing.js" */
import { Icon } from "../../components/icon/Icon.jsx";
import { Status } from "../../components/status/Status.jsx";
import { today } from "../../state/file.js";
import { go, href } from "../../state/route.js";
import { partialDate } from "../../words/dates.js";
import { termWords } from "../../words/terms.js";
import { dragToMonth } from "./drag-month.js";
import { DIRECTIONS, standing, termInForce } from "./rows.js";

/**
 * The name of a row on the page: in the view by month one activity may stand in several.
 *
 * @param {string} group
 * @param {string} activity
 */
export const rowId = (group, activity) => `act-${group}-${activity}`;

/**
 * One activity. By Tab it is met only where it is the one that is `reached`; its term is what the mouse takes
 * hold of.
 *
 * @param {{line: Line, group: string, month: string, year: number, reached: boolean, picked: boolean,
 *   onPick: (id: string, range: boolean) => void,
 *   onMove: (id: string, from: string, to: string) => void}} props `month` where it stands, in that view
 */
export function ActivityRow({ line, group, month, year, reached, picked, onPick, onMove }) {
  const { activity, people } = line;
  const { id, mark, moves } = activity;
  const to = href("plan", id);
  const { words, status } = standing(activity, year, today.value);
  const name = activity.text || "Без названия";
  const tabIndex = reached ? 0 : -1;
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
            onClick={(event) => onPick(id, event.shiftKey)}
          />
          <span class="hidden">Отметить: {name}</span>
        </label>
      </td>
      <td role="gridcell">
        <span
          class="acts__grip"
          title="Перетащите на другой месяц или нажмите Alt и стрелку вбок"
          onPointerDown={(event) => dragToMonth(event, (next) => onMove(id, month, next))}
          onClick={(event) => event.stopPropagation()}
        >
          {termWords(termInForce(activity)) || "без срока"}
          <Icon sign="grip" small />
        </span>
        {moves.length > 0 && activity.term && (
          <span class="small soft">по плану: {termWords(activity.term)}</span>
        )}
      </td>
      <td role="gridcell">
        <a href={to} tabIndex={tabIndex}>
          {name}
        </a>
        {month !== "" && (
          <span class="small soft">
            {DIRECTIONS.find((one) => one.id === activity.direction)?.name}
          </span>
        )}
      </td>
      <td role="gridcell">{people.join(", ")}</td>
      <td role="gridcell">{activity.expected}</td>
      <td role="gridcell">
        <Status kind={status}>{words}</Status>
        {mark?.date && <span class="small soft acts__under">{partialDate(mark.date)}</span>}
        {mark?.result && <span class="small soft acts__under">{mark.result}</span>}
      </td>
    </tr>
  );
}
