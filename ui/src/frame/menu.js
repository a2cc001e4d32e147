/**
 * A right click offers a menu only where there is something to do: in a field, and over selected text. On the bare page
 * a browser's menu («Назад», «Обновить») has no place. What the menu offers says the program (`webkit.rs`) or Windows.
 */
export function followMenu() {
  addEventListener("contextmenu", (event) => {
    const { target } = event;
    const field =
      target instanceof Element &&
      target.closest("input:not([type=checkbox], [type=radio]), textarea");
    if (!field && !getSelection()?.toString()) event.preventDefault();
  });
}
