/** @import {ControlLine} from "../../api/types/control" */
import { DecisionMark } from "../../features/assignments/DecisionMark.jsx";
import { decisionsHere } from "../../features/assignments/decisions-here.js";
import { MarkForm } from "../../features/marking/MarkForm.jsx";
import { change } from "../../features/record-parts/change.js";
import { oneOf } from "../../state/records.js";

/**
 * What came of a line, kept where the line was decided: in the protocol, in the plan, in the road map.
 *
 * @param {{line: ControlLine, row: string}} props `row` takes the focus when a field goes away
 */
export function LineMark({ line, row }) {
  const { kind, record, part, year } = line;
  if (kind === "meeting") {
    const placed = decisionsHere.value.find(({ decision }) => decision.id === part);
    return placed ? <DecisionMark placed={placed} row={row} /> : null;
  }
  if (kind === "activity") {
    const activity = oneOf("activity", record);
    return activity ? (
      <MarkForm
        label="Что с мероприятием"
        work={activity}
        year={year}
        stays="в плане"
        row={row}
        change={(what) => change("activity", record, what)}
      />
    ) : null;
  }
  const step = oneOf("road_map", record)?.rows.find(({ id }) => id === part);
  return step ? (
    <MarkForm
      label="Что с мероприятием карты"
      work={step}
      year={year}
      stays="в карте"
      row={row}
      change={(what) =>
        change("road_map", record, (now) => ({
          rows: now.rows.map((one) => (one.id === part ? { ...one, ...what(one) } : one)),
        }))
      }
    />
  ) : null;
}
