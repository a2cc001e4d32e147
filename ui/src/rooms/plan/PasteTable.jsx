/** @import {Pasted} from "../../features/table-import/pasted.js" */
import { TableImport } from "../../features/table-import/TableImport.jsx";
import { DIRECTIONS } from "../../features/plan-here/rows.js";

const OPTIONS = DIRECTIONS.map(({ id, name }) => ({ value: id, label: `${id} ${name}` }));

/**
 * Rows of a plan from a table of Word or Excel; where the year has no plan yet, it comes with them.
 *
 * @param {{whose: string, of: number, pasted: Pasted | null, onClose: () => void}} props
 */
export function PasteTable({ whose, of, pasted, onClose }) {
  return (
    <TableImport
      asked={{ community: whose, kind: "activities", year: of }}
      pasted={pasted}
      title="Мероприятия из таблицы"
      directions={OPTIONS}
      onClose={onClose}
    >
      <p class="mt-3 soft">
        Столбцы узнаются по заголовкам: мероприятие, срок, ответственный, результат. Столбца
        «Направление» может не быть: программа определит его по словам и покажет почему. Сначала вы
        увидите, что получится; до кнопки «Добавить» в плане ничего не меняется.
      </p>
    </TableImport>
  );
}
