/** @import {LeftOut as Left} from "../../api/types/importing" */
import { useState } from "preact/hooks";

import { Button } from "../../components/button/Button.jsx";

/** So many are shown at once; a hidden sheet may hold thousands. */
const PART = 100;

/**
 * Everything of the file that does not come in, each with its row and its reason.
 *
 * @param {{left: Left[]}} props
 */
export function LeftOut({ left }) {
  const [open, setOpen] = useState(false);
  const [parts, setParts] = useState(1);
  if (left.length === 0) return null;
  const shown = left.slice(0, parts * PART);
  return (
    <div class="mt-1">
      <Button look="quiet" expanded={open} onClick={() => setOpen(!open)}>
        Что не войдёт:{"\u00a0"}
        {left.length}
      </Button>
      {open && (
        <ul class="tabin__out">
          {shown.map((one, at) => (
            <li key={at}>
              {one.row !== null && <span class="soft">строка {one.row}: </span>}
              {one.text.replace(/\s+/g, " ").trim()}
              <span class="soft"> — {one.why.replace(/\.$/, "")}</span>
            </li>
          ))}
          {shown.length < left.length && (
            <li>
              <Button sign="down" onClick={() => setParts(parts + 1)}>
                Показать ещё {Math.min(PART, left.length - shown.length)}
              </Button>
            </li>
          )}
        </ul>
      )}
    </div>
  );
}
