/** @import {FieldLooks} from "../field/Field.jsx" */
import { useEffect, useId, useRef, useState } from "preact/hooks";

import { beginsIn, folded } from "../../words/people.js";
import { afterPress } from "../field/after-press.js";
import { Field } from "../field/Field.jsx";
import { holdText, leaveBehind, leftIn } from "../field/unsaved.js";
import { Menu } from "./Menu.jsx";

/**
 * @typedef {object} Someone a person, or a school, to be picked
 * @property {string} id
 * @property {string} name as it stands in the field: «Кузнецова О. И.»
 * @property {string} [full] the whole name, searched too
 * @property {string} [soft] what tells namesakes apart: the school
 */

const ADD = "add";
const NOBODY = "Выберите имя из списка или сотрите набранное.";

/**
 * One person, picked by the first letters of the name.
 *
 * @param {FieldLooks & {
 *   value: string | null,
 *   people: Someone[],
 *   onSave: (id: string | null) => void,
 *   onAdd?: (typed: string) => void,
 *   addLabel?: string,
 *   onFree?: (typed: string) => void,
 *   free?: string,
 *   disabled?: boolean,
 * }} props with `onAdd` the menu ends in «Добавить в состав»; with `onFree` a name outside the list (`free`)
 *   may stand there as typed
 */
export function PersonField({
  value,
  people,
  onSave,
  onAdd,
  addLabel = "Нет в списке? Добавить в состав",
  onFree,
  free = "",
  disabled,
  wrong,
  ...looks
}) {
  const menu = useId();
  const [typed, setTyped] = useState(/** @type {string | null} */ (null));
  const [open, setOpen] = useState(false);
  const [current, setCurrent] = useState(0);
  const [fault, setFault] = useState("");
  const input = useRef(/** @type {HTMLInputElement | null} */ (null));
  const now = useRef({ text: /** @type {string | null} */ (null), fault: "" });
  const release = useRef(() => {});
  const leave = useRef(/** @type {() => unknown} */ (() => {}));

  const shown = people.find((one) => one.id === value)?.name ?? free;
  /** @param {string | null} text */
  const foundBy = (text) =>
    people.filter(
      (one) => !text?.trim() || beginsIn(text, one.full ?? one.name) || beginsIn(text, one.name),
    );
  const lines = [
    ...foundBy(typed).map((one) => ({ id: one.id, text: one.name, soft: one.soft })),
    ...(onAdd ? [{ id: ADD, text: addLabel }] : []),
  ];

  /** @param {string | null} text */
  function keep(text) {
    release.current();
    now.current = { text, fault: "" };
    release.current =
      text === null
        ? () => {}
        : holdText(
            () => leave.current(),
            () => leftIn(input.current, now.current.text ?? "", now.current.fault),
          );
    setTyped(text);
  }
  function close() {
    setOpen(false);
    setCurrent(0);
  }
  /** @param {number} at */
  function choose(at) {
    const line = lines[at];
    // With nothing to choose from, Enter takes what was typed, as leaving the field does.
    if (!line) return leave.current();
    const text = typed ?? "";
    keep(null);
    setFault("");
    close();
    if (line.id === ADD) onAdd?.(text.trim());
    else onSave(line.id);
  }
  leave.current = () => {
    // The newest letters, which may not be drawn yet.
    const typed = now.current.text;
    const found = foundBy(typed);
    close();
    if (typed === null || folded(typed) === folded(shown)) return keep(null);
    if (!typed.trim()) {
      keep(null);
      setFault("");
      return onSave(null);
    }
    const same = found.filter((one) =>
      [one.name, one.full ?? ""].map(folded).includes(folded(typed)),
    );
    const only = found.length === 1 ? found[0] : same[0];
    if (only) {
      keep(null);
      setFault("");
      return onSave(only.id);
    }
    if (onFree) {
      keep(null);
      return onFree(typed.trim());
    }
    now.current.fault = NOBODY;
    setFault(NOBODY);
  };

  useEffect(
    () => () => {
      const { text } = now.current;
      if (text === null) return;
      const left = leftIn(input.current, text, NOBODY);
      leave.current();
      if (now.current.fault) leaveBehind(left);
      // The frame must not ask a field that is gone.
      release.current();
    },
    [],
  );

  /** @param {KeyboardEvent} event */
  function onKeyDown(event) {
    if (event.code === "ArrowDown" || event.code === "ArrowUp") {
      event.preventDefault();
      const step = event.code === "ArrowDown" ? 1 : -1;
      if (open) setCurrent((current + step + lines.length) % Math.max(lines.length, 1));
      else setOpen(true);
    } else if ((event.code === "Enter" || event.code === "NumpadEnter") && open) {
      event.preventDefault();
      choose(current);
    } else if (event.code === "Escape" && (open || typed !== null)) {
      event.stopPropagation();
      keep(null);
      setFault("");
      close();
    }
  }

  return (
    <Field {...looks} wrong={fault || wrong || null}>
      {(wiring) => (
        <>
          <input
            {...wiring}
            ref={input}
            class="in"
            type="text"
            autocomplete="off"
            role="combobox"
            aria-autocomplete="list"
            aria-expanded={open}
            aria-controls={menu}
            aria-activedescendant={open && lines.length > 0 ? `${menu}-${current}` : undefined}
            value={typed ?? shown}
            data-unsaved={typed === null ? undefined : ""}
            data-prose=""
            disabled={disabled}
            onInput={(event) => {
              keep(event.currentTarget.value);
              setFault("");
              setCurrent(0);
              setOpen(true);
            }}
            onClick={() => setOpen(true)}
            onBlur={() => {
              close();
              afterPress(() => leave.current());
            }}
            onKeyDown={onKeyDown}
          />
          {open && lines.length > 0 && (
            <Menu
              id={menu}
              label={typeof looks.label === "string" ? looks.label : "Участники"}
              lines={lines}
              current={current}
              onChoose={choose}
            />
          )}
        </>
      )}
    </Field>
  );
}
