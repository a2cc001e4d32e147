/** @import {PlacedDecision} from "./assignments.js" */
import { AttachedFiles } from "../files/AttachedFiles.jsx";
import { MarkForm } from "../marking/MarkForm.jsx";
import { changeDecision, protocolName } from "./decisions-here.js";

/**
 * What came of an assignment. It is kept in the protocol of its meeting, and so are the files that prove it.
 *
 * @param {{placed: PlacedDecision, row?: string}} props `row` takes the focus when a field goes away
 */
export function DecisionMark({ placed, row }) {
  const { meeting, decision } = placed;
  return (
    <MarkForm
      label="Что с поручением"
      work={decision}
      year={meeting.school_year}
      stays="в протоколе"
      row={row}
      change={(what) => changeDecision(placed, what)}
    >
      <div class="mt-4 marking__files">
        <AttachedFiles
          of={meeting.id}
          role="proof"
          title="Чем подтверждается"
          hint={`Справка, список, фотография. Файлы хранятся при заседании, протокол ${protocolName(meeting)}.`}
        />
      </div>
    </MarkForm>
  );
}
