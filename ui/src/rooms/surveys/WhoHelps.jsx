/** @import {AreaPairs} from "../../api/types/figures" */
import { personName } from "../../features/assignments/decisions-here.js";

/**
 * Who asks for help in an area, beside who is ready to share experience.
 *
 * @param {{pairs: AreaPairs[]}} props
 */
export function WhoHelps({ pairs }) {
  const names = (/** @type {string[]} */ people) =>
    people.length > 0 ? people.map(personName).join(", ") : "—";
  return (
    <>
      <h3 class="mt-4">Кто кому поможет</h3>
      <div class="results__frame" tabIndex={0} role="region" aria-label="Кто кому поможет">
        <table class="results__table">
          <thead>
            <tr>
              <th scope="col">Область</th>
              <th scope="col">Кому нужна помощь</th>
              <th scope="col">Кто готов поделиться опытом</th>
            </tr>
          </thead>
          <tbody>
            {pairs.map(({ number, title, ask, can_help }) => (
              <tr key={number}>
                <th scope="row">{title}</th>
                <td>{names(ask)}</td>
                <td>{names(can_help)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
