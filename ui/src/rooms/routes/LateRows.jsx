/** @import {Route} from "../../api/types/records" */
import { Note } from "../../components/note/Note.jsx";
import { derivedOf } from "../../state/derived.js";
import { counted } from "../../words/numbers.js";

/**
 * Rows whose term has passed without a mark. Nobody demands a route: this is advice and no finding.
 *
 * @param {{of: Route}} props
 */
export function LateRows({ of }) {
  const late = derivedOf("route", of.id)?.overdue ?? [];
  const rows = of.rows.filter((row) => late.includes(row.id));
  if (rows.length === 0) return null;
  const count = counted(rows.length, "мероприятия", "мероприятий", "мероприятий");
  return (
    <Note what={`Срок прошёл, а отметки нет у ${count}`} role="status">
      {rows.map((row) => row.measure || row.deficit || "без названия").join("; ")}. Впишите отметку
      или другой срок.
    </Note>
  );
}
