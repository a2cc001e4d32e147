/** @import {PlanStepState, PlanStepWords} from "../../api/types/derived" */
/** @import {StatusKind} from "../../components/status/Status.jsx" */

/** How the state of a step is drawn, and the same in a word for whoever does not see its shape. */
const DRAWN = /** @type {{ [state in PlanStepState]: {status: StatusKind, stands: string} }} */ ({
  done: { status: "done", stands: "сделано" },
  skipped: { status: "off", stands: "сделано" },
  back: { status: "soon", stands: "сделано" },
  ahead: { status: "later", stands: "впереди" },
});

/** @param {PlanStepWords} step */
export const drawn = (step) => ({ ...step, ...DRAWN[step.state] });
