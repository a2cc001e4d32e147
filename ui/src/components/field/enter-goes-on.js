import { goToNextField } from "./next-field.js";

/*
 * A name that was chosen from a list leads on to the next field, as Enter in a line does: the focus is where writing
 * goes on.
 */

/**
 * Enter in a list of names that lies open. The list has taken the key already.
 *
 * @param {KeyboardEvent} event
 */
export function enterGoesOn({ defaultPrevented, code, target }) {
  if (!defaultPrevented || (code !== "Enter" && code !== "NumpadEnter")) return;
  if (target instanceof HTMLElement && target.matches('[role="combobox"]')) whenChosen(target);
}

/**
 * A name chosen by the mouse.
 *
 * @param {MouseEvent} event
 */
export function choiceGoesOn(event) {
  const line = event.target instanceof Element && event.target.closest('[role="option"]');
  const field = line && line.closest(".field")?.querySelector('[role="combobox"]');
  if (field instanceof HTMLElement) whenChosen(field);
}

/** @param {HTMLElement} field */
function whenChosen(field) {
  // Drawn anew first: a person who was not found is told at the field, and the writing stays there.
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      const left = document.activeElement !== field;
      if (left || field.ariaInvalid === "true" || field.ariaExpanded === "true") return;
      goToNextField(field);
    }),
  );
}
