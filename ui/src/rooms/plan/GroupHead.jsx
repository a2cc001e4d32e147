/** @import {Group} from "./choosing.js" */
import { Button } from "../../components/button/Button.jsx";
import { Squares } from "../../components/squares/Squares.jsx";
import { NBSP } from "../../words/dates.js";

/** More squares than these are counted in words. */
const SQUARES = 20;

/**
 * The heading of a direction, a section or a month, with the plan against the fact; where it has no row, that is said.
 *
 * @param {{group: Group, onAdd: (group: Group) => void}} props
 */
export function GroupHead({ group, onAdd }) {
  const { direction, section, lines } = group;
  const squares = lines.map(({ standing }) => standing.square);
  return (
    <tr class="grp" role="row">
      <th role="rowheader" scope="rowgroup" colSpan={6}>
        <div class="grp__line">
          <b>{group.title}</b>
          {direction && (
            <span class="small soft">
              п.{NBSP}
              {direction}
            </span>
          )}
          {lines.length > SQUARES ? (
            <span class="small soft">
              выполнено {squares.filter((square) => square === "done").length} из {lines.length}
            </span>
          ) : (
            lines.length > 0 && <Squares states={squares} />
          )}
          {lines.length === 0 && <span class="small soft">мероприятий пока нет</span>}
          {lines.length === 0 && (direction || section) && (
            <Button look="quiet" sign="plus" onClick={() => onAdd(group)}>
              <span>
                Добавить
                <span class="hidden">
                  : {direction ? `${group.title.toLowerCase()} направление` : group.title}
                </span>
              </span>
            </Button>
          )}
        </div>
      </th>
    </tr>
  );
}
