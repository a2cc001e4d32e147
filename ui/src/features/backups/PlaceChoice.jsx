/** @import {Place} from "../../api/types/commands" */
import { useEffect, useState } from "preact/hooks";

import { chooseCopyFolder } from "../../api/backups.js";
import { places } from "../../api/package.js";
import { asRefusal } from "../../api/error-view.js";
import { Button } from "../../components/button/Button.jsx";
import { Note } from "../../components/note/Note.jsx";
import { Tick } from "../../components/field/Tick.jsx";
import { size } from "../../words/numbers.js";

/**
 * Where the copy is written: the sticks that are in the computer, or a folder.
 *
 * @param {{place: Place | null, disabled: boolean, onChoose: (place: Place) => void}} props
 */
export function PlaceChoice({ place, disabled, onChoose }) {
  const [sticks, setSticks] = useState(/** @type {Place[]} */ ([]));
  const [wrong, setWrong] = useState("");
  /** @param {unknown} thrown */
  const refuse = (thrown) => setWrong(asRefusal(thrown).message);
  useEffect(() => {
    const look = () => void places().then(setSticks, refuse);
    look();
    // A stick is put in while the window lies below the one that the system shows for it.
    addEventListener("focus", look);
    return () => removeEventListener("focus", look);
  }, []);
  async function choose() {
    try {
      const chosen = await chooseCopyFolder();
      if (chosen) onChoose(chosen);
    } catch (thrown) {
      refuse(thrown);
    }
  }
  const all =
    place && !sticks.some(({ path }) => path === place.path) ? [...sticks, place] : sticks;
  return (
    <>
      {wrong && <Note tone="wrong" what={wrong} role="alert" />}
      {all.length > 0 ? (
        <fieldset>
          <legend class="label">Куда записать</legend>
          {all.map((one) => (
            <Tick
              key={one.path}
              group="copy-place"
              checked={one.path === place?.path}
              disabled={disabled}
              onChange={() => onChoose(one)}
            >
              <b>{one.label}</b>{" "}
              <span class="soft">{one.free !== null && `свободно ${size(one.free)}`}</span>
            </Tick>
          ))}
        </fieldset>
      ) : (
        <p role="status">
          Флешки пока не видно. Вставьте её и немного подождите или укажите папку.
        </p>
      )}
      <p class="mt-2">
        <Button disabled={disabled} onClick={() => void choose()}>
          Выбрать папку…
        </Button>
      </p>
    </>
  );
}
