/** @import {SubmittedPaper} from "../../api/types/records" */
import { Tick } from "../../components/field/Tick.jsx";
import { PAPERS } from "./papers.js";
import "./submitting.css";

/**
 * «Что сдано»: which papers a mark is about.
 *
 * @param {{papers: SubmittedPaper[], onChange: (papers: SubmittedPaper[]) => void, keepsOne?: boolean}} props with
 *   `keepsOne` the last tick cannot be taken off, since a mark that is kept already must say something
 */
export function PaperTicks({ papers, onChange, keepsOne = false }) {
  /**
   * @param {SubmittedPaper} paper
   * @param {boolean} on
   */
  const ticked = (paper, on) =>
    PAPERS.map(([one]) => one).filter((one) => (one === paper ? on : papers.includes(one)));
  return (
    <fieldset class="paper-ticks">
      <legend class="label">Что сдано</legend>
      {PAPERS.map(([paper, said]) => (
        <Tick
          key={paper}
          checked={papers.includes(paper)}
          disabled={keepsOne && papers.length === 1 && papers.includes(paper)}
          onChange={(on) => onChange(ticked(paper, on))}
        >
          {said}
        </Tick>
      ))}
    </fieldset>
  );
}
