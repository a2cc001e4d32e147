/**
 * What a key means. Keys are told apart by where they lie (`event.code`), since with the Russian layout
 * Ctrl+Z arrives as «я».
 *
 * @param {Pick<KeyboardEvent, "code" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey">} event
 * @returns {"find" | "undo" | "redo" | "save" | "print" | "help" | "larger" | "smaller" | "usual" | "lock" | null}
 */
export function meaningOf({ code, ctrlKey, metaKey, altKey, shiftKey }) {
  if (altKey) return null;
  const control = ctrlKey || metaKey;
  if (code === "F1") return control || shiftKey ? null : "help";
  if (!control) return null;
  if (shiftKey) return code === "KeyZ" ? "redo" : code === "Equal" ? "larger" : null;
  switch (code) {
    case "KeyF":
      return "find";
    case "KeyZ":
      return "undo";
    case "KeyY":
      return "redo";
    case "KeyS":
      return "save";
    case "KeyP":
      return "print";
    case "KeyL":
      return "lock";
    case "Equal":
    case "NumpadAdd":
      return "larger";
    case "Minus":
    case "NumpadSubtract":
      return "smaller";
    case "Digit0":
    case "Numpad0":
      return "usual";
    default:
      return null;
  }
}
