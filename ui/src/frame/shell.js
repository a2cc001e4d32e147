/*
 * What stands in the page's file itself, before anything is loaded: the frame of the rooms, and the top of the first start
 * (`ui/shell/plugin.js`). The frame's entries only change the address, which is read when the rooms come.
 */

/** Under this name the height of the community's name in the rail is kept. */
export const NAME_HEIGHT = "name height";

/**
 * Shows what will come. The program says which, since the page has asked nothing yet; it says nothing where a password is
 * asked first.
 */
export function showShell() {
  const first = String(Reflect.get(globalThis, "firstScreen"));
  const shell = document.querySelector(`[data-shell="${first}"]`);
  if (!(shell instanceof HTMLElement)) return;
  const name = shell.querySelector(".rail__name");
  const height = Number(localStorage.getItem(NAME_HEIGHT));
  if (name instanceof HTMLElement && height > 0) name.style.height = `${height}px`;
  shell.hidden = false;
}
