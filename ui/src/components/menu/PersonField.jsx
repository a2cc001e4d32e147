/** @import {FieldLooks} from "../field/Field.jsx" */
import { useEffect, useId, useRef, useState } from "preact/hooks";

import { afterPress } from "../field/after-press.js";
import { Field } from "../field/Field.jsx";
import { holdText, leaveBehind, leftIn } from "../field/unsaved.js";
import { firstCurrent, meant, offered, steppedTo } from "./choices.js";
import { Menu } from "./Menu.jsx";

/**
 * @typedef {object} Someone a person, or a school, to be picked
 * @property {string} id
 * @property {string} name as it stands in the field: «Кузнецова О. И.»
 * @property {string} [full] the whole name, searched too
 * @property {string} [soft] what tells namesakes apart: the school
 */

const NOBODY = "Выберите имя из списка или сотрите набранное.";
const MAY_ADD = "Такого в списке нет. Исправьте или добавьте последней строкой списка (↓ и Enter).";

/**
 * One person, or one school, picked by the first letters of any word of the name. What is not in the list is made
 * only by the last line of the menu, never by leaving the field.
 *
 * @param {FieldLooks & {
 *   value: string | null,
 *   people: Someone[],
 *   onSave: (id: string | null) => void,
 *   onAdd?: (typed: string) => void,
 *   addLabel?: string | ((typed: string) => string),
 *   near?: string,
 *   onFree?: (typed: string) => void,
 *   free?: string,
 *   whole?: boolean,
 *   disabled?: boolean,
 *   onLeaveEmpty?: (event: KeyboardEvent) => void,
 * }} props with `onAdd` the menu ends in «Добавить …», and `near` is said there of an almost equal name; with `onFree`
 *   a name outside the list (`free`) may stand there as typed, and with `whole` only a whole name is somebody of the
 *   list; `onLeaveEmpty` hears Backspace in the empty field
 */
export function PersonField({
  value,
  people,
  onSave,
  onAdd,
  addLabel = "Нет в списке? Добавить",
  near,
  onFree,
  free = "",
  whole = false,
  disabled,
  onLeaveEmpty,
  wrong,
  ...looks
}) {
  const menu = useId();
  const [typed, setTyped] = useState(/** @type {string | null} */ (null));
  const [open, setOpen] = useState(false);
  /** The line that an arrow went to; none before the first arrow. */
  const [walked, setWalked] = useState(/** @type {number | null} */ (null));
  const [fault, setFault] = useState("");
  const release = useRef(() => {});
  const leave = useRef(() => {});
  const input = useRef(/** @type {HTMLInputElement | null} */ (null));
  const now = useRef({ text: /** @type {string | null} */ (null), fault: "" });

  const shown = people.find((person) => person.id === value)?.name ?? free;
  const label = typeof addLabel === "string" ? () => addLabel : addLabel;
  const { lines, more } = open
    ? offered(
        typed,
        people,
        onAdd || near ? { label: onAdd && label, near: near ?? "уже есть?" } : null,
      )
    : { lines: [], more: 0 };
  const first = whole ? -1 : firstCurrent(lines, typed, value);
  const current = Math.min(walked ?? first, lines.length - 1);

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
    setFault("");
  }
  function close() {
    setOpen(false);
    setWalked(null);
  }
  /** @param {number} at */
  function choose(at) {
    const line = lines[at];
    // With no line current, Enter takes what was typed, as leaving the field does.
    if (!line) return leave.current();
    const text = now.current.text ?? "";
    keep(null);
    close();
    if (line.adds) onAdd?.(text.trim());
    else onSave(line.id);
  }
  leave.current = () => {
    // The newest letters, which may not be drawn yet.
    const what = meant(now.current.text, shown, people, whole);
    close();
    if (what.is === "same") return keep(null);
    if (what.is === "nobody" || what.is === "one") {
      keep(null);
      return onSave(what.is === "one" ? what.id : null);
    }
    if (onFree) {
      keep(null);
      return onFree(what.typed);
    }
    now.current.fault = onAdd ? MAY_ADD : NOBODY;
    setFault(now.current.fault);
  };

  useEffect(
    () => () => {
      const { text } = now.current;
      if (text === null) return;
      const left = leftIn(input.current, text, onAdd ? MAY_ADD : NOBODY);
      leave.current();
      if (now.current.fault) leaveBehind(left);
      // The frame must not ask a field that is gone.
      release.current();
    },
    [],
  );

  /** @param {KeyboardEvent & {currentTarget: HTMLInputElement}} event */
  function onKeyDown(event) {
    const { code, altKey, ctrlKey, metaKey, shiftKey } = event;
    if (altKey || ctrlKey || metaKey || shiftKey) return;
    if (code === "Enter" || code === "NumpadEnter") {
      const line = lines[current];
      if (typed === null && (!line || line.id === value)) close();
      else if (open || typed !== null) {
        event.preventDefault();
        choose(current);
        // A form goes on from here only when the field has taken what stood in it.
        if (now.current.fault) event.stopPropagation();
      }
      return;
    }
    if (code === "Escape" && (open || typed !== null)) {
      event.stopPropagation();
      // The list goes first; pressed again, what stood there comes back.
      if (open && lines.length > 0) close();
      else {
        keep(null);
        close();
      }
      return;
    }
    if (code === "Backspace" && !event.currentTarget.value) return onLeaveEmpty?.(event);
    if (!open) {
      if (code !== "ArrowDown" && code !== "ArrowUp") return;
      event.preventDefault();
      return setOpen(true);
    }
    const to = steppedTo(code, current, lines.length, walked !== null);
    if (to === null) return;
    event.preventDefault();
    setWalked(to);
  }

  return (
    <Field {...looks} wrong={fault || wrong || null}>
      {(wiring) => (
        <span class="picker">
          <input
            {...wiring}
            ref={input}
            class="in"
            type="text"
            autocomplete="off"
            spellcheck={false}
            role="combobox"
            aria-autocomplete="list"
            aria-expanded={open && lines.length > 0}
            aria-controls={menu}
            aria-activedescendant={open && current >= 0 ? `${menu}-${current}` : undefined}
            value={typed ?? shown}
            data-unsaved={typed === null ? undefined : ""}
            data-prose=""
            disabled={disabled}
            onInput={(event) => {
              keep(event.currentTarget.value);
              setWalked(null);
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
              more={more}
              current={current}
              onChoose={choose}
            />
          )}
        </span>
      )}
    </Field>
  );
}
