/** @import {Backup} from "../../api/types/views" */
import { useState } from "preact/hooks";

import { Button } from "../../components/button/Button.jsx";
import { Status } from "../../components/status/Status.jsx";
import { counted, size } from "../../words/numbers.js";
import { whatIsInside, whereItLies, whyNotWhole } from "./words.js";

/** The last days are what is wanted; the rest is one press away. */
const SHOWN = 5;

/**
 * The copies, newest first, each with what is inside.
 *
 * @param {{list: Backup[], onLook: (backup: Backup) => void, onRestore: (backup: Backup) => void}} props
 */
export function BackupList({ list, onLook, onRestore }) {
  const [all, setAll] = useState(false);
  const seen = all ? list : list.slice(0, SHOWN);
  if (list.length === 0) return null;
  return (
    <>
      <ul class="copies mt-3" aria-label="Запасные копии">
        {seen.map((backup) => (
          <Row
            key={`${backup.place} ${backup.name}`}
            backup={backup}
            onLook={() => onLook(backup)}
            onRestore={() => onRestore(backup)}
          />
        ))}
      </ul>
      {!all && list.length > SHOWN && (
        <p class="mt-2">
          <Button look="quiet" flush onClick={() => setAll(true)}>
            Показать ещё {counted(list.length - SHOWN, "копию", "копии", "копий")}
          </Button>
        </p>
      )}
    </>
  );
}

/** @param {{backup: Backup, onLook: () => void, onRestore: () => void}} props */
function Row({ backup, onLook, onRestore }) {
  const { at, why, inside, state, size: bytes } = backup;
  return (
    <li>
      <div>
        <b>{at}</b>{" "}
        <span class="soft">
          {why}, {whereItLies(backup)}, {size(bytes)}
        </span>
        {inside && <p>{whatIsInside(inside)}</p>}
        {inside?.last_change && <p class="soft">Последнее: {inside.last_change}</p>}
        {state !== "whole" && (
          <p>
            <Status kind={state === "damaged" ? "late" : "off"}>{whyNotWhole(backup)}</Status>
          </p>
        )}
      </div>
      {state === "whole" && (
        <p class="copies__acts">
          <Button look="quiet" onClick={onLook}>
            Посмотреть<span class="hidden">: копия {at}</span>
          </Button>
          <Button look="quiet" onClick={onRestore}>
            Вернуть эту копию…<span class="hidden"> {at}</span>
          </Button>
        </p>
      )}
    </li>
  );
}
