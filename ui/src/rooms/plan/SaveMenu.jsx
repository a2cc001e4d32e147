/** @import {PaperForm} from "../../api/types/commands" */
/** @import {Plan} from "../../api/types/records" */
import { useEffect, useRef, useState } from "preact/hooks";

import { Button } from "../../components/button/Button.jsx";
import { saveAs } from "../../features/paper-beside/PaperBeside.jsx";
import { planPaper } from "../../features/plan-here/plan-here.js";

/** @type {{label: string, said: string, by: "direction" | "month", format: PaperForm}[]} */
const KINDS = [
  { label: "PDF по направлениям", said: "для подписи и РИМК", by: "direction", format: "pdf" },
  { label: "PDF по месяцам", said: "чтобы повесить на стену", by: "month", format: "pdf" },
  { label: "DOCX", said: "для Word, можно править", by: "direction", format: "docx" },
  { label: "XLSX", said: "таблица для Excel", by: "direction", format: "xlsx" },
  { label: "ICS", said: "сроки в календарь телефона", by: "direction", format: "ics" },
];

/**
 * The plan in every form in which it leaves the program.
 *
 * @param {{plan: Plan}} props
 */
export function SaveMenu({ plan }) {
  const [open, setOpen] = useState(false);
  const box = useRef(/** @type {HTMLSpanElement | null} */ (null));
  useEffect(() => {
    if (!open) return;
    /** @param {Event} event */
    const outside = (event) => {
      if (!box.current?.contains(/** @type {Node} */ (event.target))) setOpen(false);
    };
    addEventListener("pointerdown", outside);
    addEventListener("focusin", outside);
    return () => {
      removeEventListener("pointerdown", outside);
      removeEventListener("focusin", outside);
    };
  }, [open]);

  /** @param {KeyboardEvent} event */
  function onKeyDown(event) {
    const buttons = [...(box.current?.querySelectorAll("button") ?? [])];
    const at = buttons.findIndex((button) => button === document.activeElement);
    if (event.code === "Escape" && open) {
      setOpen(false);
      buttons[0]?.focus();
    } else if (event.code === "ArrowDown" && open)
      buttons[Math.min(at + 1, buttons.length - 1)]?.focus();
    else if (event.code === "ArrowUp" && open) buttons[Math.max(at - 1, 0)]?.focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
  return (
    <span class="saves" ref={box} onKeyDown={onKeyDown}>
      <Button sign="save" expanded={open} onClick={() => setOpen(!open)}>
        Сохранить…
      </Button>
      {open && (
        <ul class="saves__list">
          {KINDS.map(({ label, said, by, format }) => (
            <li key={label}>
              <button
                type="button"
                onClick={() => {
                  setOpen(false);
                  void saveAs(planPaper(plan, by), format);
                }}
              >
                <b>{label}</b> <span class="small soft">{said}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </span>
  );
}
