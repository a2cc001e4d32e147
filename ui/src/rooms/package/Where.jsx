/** @import {Place} from "../../api/types/commands" */
import { useEffect } from "preact/hooks";

import { Button } from "../../components/button/Button.jsx";
import { Icon } from "../../components/icon/Icon.jsx";
import { Tick } from "../../components/field/Tick.jsx";
import { size } from "../../words/numbers.js";
import { Leftovers } from "./Leftovers.jsx";
import { chooseFolder, choosePlace, choices, lookForSticks, place } from "./places.js";

/** Where to write: the sticks that are in the computer, or a folder. */
export function Where() {
  useEffect(() => {
    const look = () => void lookForSticks();
    look();
    // A stick is put in while the window lies below the one that the system shows for it.
    window.addEventListener("focus", look);
    return () => window.removeEventListener("focus", look);
  }, []);
  const all = choices.value;
  return (
    <section class="where">
      <div class="where__what">
        <Icon sign="stick" />
        {all?.length ? (
          <fieldset>
            <legend class="label">Куда записать</legend>
            {all.map((one) => (
              <Tick
                key={one.path}
                group="hand-over-place"
                checked={one.path === place.value?.path}
                onChange={() => choosePlace(one)}
              >
                <b class="where__name">{nameOf(one)}</b>
                <span class="soft">{one.free !== null && `свободно ${size(one.free)}`}</span>
              </Tick>
            ))}
          </fieldset>
        ) : (
          <div role="status">
            <b>{all ? "Флешки пока не видно" : "Ищем флешку…"}</b>
            {all && (
              <p class="soft">
                Вставьте её и немного подождите. Если она уже вставлена, нажмите «Выбрать папку…» и
                найдите её там.
              </p>
            )}
          </div>
        )}
      </div>
      <div class="where__acts">
        <Button onClick={() => void chooseFolder()}>Выбрать папку…</Button>
        <Button look="quiet" onClick={() => void lookForSticks()}>
          Обновить
        </Button>
      </div>
      <Leftovers />
    </section>
  );
}

/** @param {Place} one */
function nameOf({ label, path, removable }) {
  if (label === path) return removable ? `Папка на флешке: ${path}` : `Папка ${path}`;
  return `Флешка ${label}`;
}
