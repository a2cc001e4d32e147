/** @import {Plan} from "../../api/types/Plan" */
/** @import {Pasted} from "../parts/table-import/pasted.js" */
import { TableImport } from "../parts/table-import/TableImport.jsx";
import { DIRECTIONS } from "./rows.js";

const OPTIONS = DIRECTIONS.map(({ id, name }) => ({ value: id, label: `${name}, п. ${id}` }));

/**
 * Rows of the plan from a table of Word or Excel.
 *
 * @param {{plan: Plan, pasted: Pasted | null, onClose: () => void}} props
 */
export function PasteTable({ plan, pasted, onClose }) {
  return (
    <TableImport
      asked={{ community: plan.community, kind: "activities", year: plan.school_year }}
      pasted={pasted}
      title="Мероприятия из таблицы"
      directions={OPTIONS}
      onClose={onClose}
    >
      <p class="mt-3 soft">
        Столбцы узнаются по заголовкам: мероприятие, срок, ответственный, результат. Сначала вы
        увидите, что получится; до кнопки «Добавить» в плане ничего не меняется.
      </p>
    </TableImport>
  );
}
