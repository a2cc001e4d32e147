/*
 * The frame that stands in the page's file itself, before anything is loaded: `ui/shell/plugin.js` draws it of the rooms'
 * names. Its entries only change the address, which is read when the rooms come.
 */

/** Under this name the height of the community's name in the rail is kept. */
export const NAME_HEIGHT = "name height";

/** Shows the frame where rooms will come; the program says so, since the page has asked nothing yet. */
export function showShell() {
  const shell = document.querySelector("[data-shell]");
  if (!(shell instanceof HTMLElement) || !("startsWithRooms" in globalThis)) return;
  const name = shell.querySelector(".rail__name");
  const height = Number(localStorage.getItem(NAME_HEIGHT));
  if (name instanceof HTMLElement && height > 0) name.style.height = `${height}px`;
  shell.hidden = false;
}
