/** @import {PaperForm} from "../../api/types/commands" */
/** @import {Plan} from "../../api/types/records" */
import { useEffect, useRef, useState } from "preact/hooks";

import { Button } from "../../components/button/Button.jsx";
import { saveAs } from "../../features/paper-beside/PaperBeside.jsx";
import { planPaper } from "../../features/plan-here/plan-here.js";
import { orderHere } from "./rows-here.js";

/** @typedef {"direction" | "section" | "month"} PlanOrder */

/** How each order is said behind the name of a form that follows it. @type {Record<PlanOrder, string>} */
const ORDERED = { direction: "", section: ", по разделам", month: ", по месяцам" };

/**
 * The forms of the plan. Those for Word and Excel stand in the order in which the plan is looked at.
 *
 * @param {PlanOrder} by
 * @param {boolean} sections whether the plan has sections of its own
 * @returns {{label: string, said: string, by: PlanOrder, format: PaperForm}[]}
 */
const kinds = (by, sections) => [
  { label: "PDF по направлениям", said: "для подписи и РИМК", by: "direction", format: "pdf" },
  ...(sections
    ? [
        {
          label: "PDF по разделам",
          said: "как в самом плане",
          by: /** @type {const} */ ("section"),
          format: /** @type {const} */ ("pdf"),
        },
      ]
    : []),
  { label: "PDF по месяцам", said: "чтобы повесить на стену", by: "month", format: "pdf" },
  { label: "DOCX", said: `для Word, можно править${ORDERED[by]}`, by, format: "docx" },
  { label: "XLSX", said: `таблица для Excel${ORDERED[by]}`, by, format: "xlsx" },
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
          {kinds(orderHere(plan), plan.sections.length > 0).map(({ label, said, by, format }) => (
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
