import { useId } from "preact/hooks";

import { today } from "../../state/file.js";
import { monthName, monthsOf, shortMonth } from "../../words/dates.js";

/**
 * Rows of one month, or of the whole year. Months without a row are paler.
 *
 * @param {{year: number, value: string, filled: string[], onChange: (month: string) => void}} props
 */
export function Months({ year, value, filled, onChange }) {
  const name = useId();
  const now = today.value.slice(0, 7);
  return (
    <fieldset class="plan__months">
      <legend class="hidden">Показать мероприятия за месяц</legend>
      <div class="months">
        {["", ...monthsOf(year)].map((month) => (
          <label
            key={month}
            data-month={month || undefined}
            class={[month === now && "now", month && !filled.includes(month) && "none"]
              .filter(Boolean)
              .join(" ")}
          >
            <input
              type="radio"
              name={name}
              checked={month === value}
              aria-label={month ? monthName(month) : undefined}
              onChange={() => onChange(month)}
            />
            {month ? shortMonth(month) : "Весь год"}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
