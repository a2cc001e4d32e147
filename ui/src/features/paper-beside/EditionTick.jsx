/** @import {PaperKind} from "../../api/types/commands" */
import { Tick } from "../../components/field/Tick.jsx";
import { useEdition } from "./edition.js";

/**
 * The switch to the edition of a paper that names nobody. It stands wherever the paper is printed or saved.
 *
 * @param {{kind: PaperKind}} props
 */
export function EditionTick({ kind }) {
  const [bare, setBare] = useEdition(kind);
  return (
    <Tick checked={bare} onChange={setBare}>
      без персональных данных
    </Tick>
  );
}
