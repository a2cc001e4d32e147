/** @import {HeatMap as Map} from "../../api/types/figures" */
import { heat, shareWords } from "./answers.js";

/** The least number of sheets of which a share is shown, as the program has it. */
const LEAST = 3;

/**
 * Difficulties by organisation and area: numbers in cells, the darker the more.
 *
 * @param {{map: Map}} props
 */
export function HeatMap({ map }) {
  return (
    <>
      <h3 class="mt-4">По организациям: доля ответов</h3>
      <div class="results__frame" tabIndex={0} role="region" aria-label="По организациям">
        <table class="results__table heat">
          <thead>
            <tr>
              <th scope="col">ОО</th>
              <th scope="col">Анкет</th>
              {map.areas.map(([number, title]) => (
                <th key={number} scope="col">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {map.rows.map(({ organisation, name, sheets, cells }) => (
              <tr key={organisation ?? "none"}>
                <th scope="row">{name}</th>
                <td>{sheets}</td>
                {cells.map((cell, at) => (
                  <td
                    key={map.areas[at]?.[0]}
                    class={cell.share ? `heat--${heat(cell.share)}` : ""}
                  >
                    {cell.share ? (
                      shareWords(cell.share)
                    ) : (
                      <span class="soft">{cell.sheets > 0 ? "мало анкет" : "—"}</span>
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {map.hidden && (
        <p class="small soft">
          Где анкет меньше {LEAST}, доля не показана: по ней узнали бы ответы отдельных людей.
        </p>
      )}
    </>
  );
}
