/** @import {FieldLooks} from "../field/Field.jsx" */
import { useEffect, useId, useRef, useState } from "preact/hooks";

import { Field } from "../field/Field.jsx";
import { Growing } from "../field/Growing.jsx";
import { useDraft } from "../field/use-draft.js";
import { Menu } from "../menu/Menu.jsx";
import { phrasesFor, sentenceStart, withPhrase } from "./match.js";

/**
 * Text of several lines in which a few letters call a whole phrase. The menu comes only with typing (or with
 * the arrow in an empty field) and goes when the sentence takes its own way.
 *
 * @param {FieldLooks & {value: string, phrases: string[], onSave: (text: string) => void}} props
 */
export function PhraseArea({ value, phrases, onSave, ...looks }) {
  const { text, unsaved, type, send } = useDraft(value, onSave);
  const menu = useId();
  const [lines, setLines] = useState(/** @type {string[]} */ ([]));
  const [current, setCurrent] = useState(0);
  const area = useRef(/** @type {HTMLTextAreaElement | null} */ (null));
  const caret = useRef(/** @type {number | null} */ (null));

  useEffect(() => {
    // The caret can be put after the phrase only once the phrase stands in the field.
    if (caret.current === null) return;
    area.current?.setSelectionRange(caret.current, caret.current);
    caret.current = null;
  });

  /** @param {string[]} next */
  function offer(next) {
    setLines(next);
    setCurrent(0);
  }
  /** @param {number} at */
  function take(at) {
    const phrase = lines[at];
    const from = area.current?.selectionStart ?? text.length;
    offer([]);
    if (phrase === undefined) return;
    const written = withPhrase(text, from, phrase);
    caret.current = written.caret;
    type(written.text);
  }
  /** @param {HTMLTextAreaElement} field */
  function onInput(field) {
    area.current = field;
    type(field.value);
    const at = field.selectionStart;
    const start = sentenceStart(field.value, at);
    offer(start === null ? [] : phrasesFor(phrases, field.value.slice(start, at)));
  }
  /** @param {KeyboardEvent & {currentTarget: HTMLTextAreaElement}} event */
  function onKeyDown(event) {
    const { code, altKey, ctrlKey, metaKey, shiftKey } = event;
    if (altKey || ctrlKey || metaKey || shiftKey) return;
    if (lines.length === 0) {
      if (code !== "ArrowDown" || text.trim()) return;
      event.preventDefault();
      area.current = event.currentTarget;
      offer(phrases);
    } else if (code === "ArrowDown" || code === "ArrowUp") {
      event.preventDefault();
      const step = code === "ArrowDown" ? 1 : -1;
      setCurrent((current + step + lines.length) % lines.length);
    } else if (code === "Enter" || code === "NumpadEnter" || code === "Tab") {
      event.preventDefault();
      take(current);
    } else if (code === "Escape") {
      event.stopPropagation();
      offer([]);
    }
  }
  const open = lines.length > 0;
  return (
    <Field {...looks}>
      {(wiring) => (
        <>
          <Growing
            {...wiring}
            rows={1}
            aria-autocomplete="list"
            aria-controls={open ? menu : undefined}
            aria-activedescendant={open ? `${menu}-${current}` : undefined}
            text={text}
            unsaved={unsaved}
            onInput={(event) => onInput(event.currentTarget)}
            onKeyDown={onKeyDown}
            onClick={() => offer([])}
            onBlur={() => {
              offer([]);
              send();
            }}
          />
          {open && (
            <Menu
              id={menu}
              label="Готовые фразы"
              lines={lines.map((phrase) => ({ id: phrase, text: phrase }))}
              current={current}
              onChoose={take}
            />
          )}
        </>
      )}
    </Field>
  );
}
