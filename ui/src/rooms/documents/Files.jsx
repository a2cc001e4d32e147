import { allOf } from "../../state/records.js";
import { size } from "../../words/numbers.js";

/**
 * Files that belong to a record. They are named here; there is no way yet to add one from this room.
 *
 * @param {{of: string}} props
 */
export function Files({ of }) {
  const files = allOf("attachment").filter((one) => one.belongs_to === of);
  if (files.length === 0) return null;
  return (
    <section>
      <h2>Файлы</h2>
      <ul class="names">
        {files.map((one) => (
          <li key={one.id}>
            {one.name} <span class="soft nb">{size(one.size)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
